namespace FashionPipeline.Numerics.Linear;

/// <summary>The connected components of a graph.</summary>
public sealed record ConnectedComponents
{
    /// <summary>Number of components.</summary>
    public required int Count { get; init; }

    /// <summary>Component of each node; components are numbered in the order of their lowest node: [nodes].</summary>
    public required int[] ComponentOfNode { get; init; }

    /// <summary>Finds the components of the graph whose edges are the stored entries of <paramref name="adjacency"/>.</summary>
    public static ConnectedComponents Of(SparseSymmetricMatrix adjacency)
    {
        var component = new int[adjacency.Order];
        Array.Fill(component, -1);
        var pending = new Stack<int>();
        var count = 0;
        for (var start = 0; start < adjacency.Order; start++)
        {
            if (component[start] >= 0)
            {
                continue;
            }

            component[start] = count;
            pending.Push(start);
            while (pending.TryPop(out var node))
            {
                foreach (var neighbour in adjacency.Columns.AsSpan(adjacency.RowStarts[node]..adjacency.RowStarts[node + 1]))
                {
                    if (component[neighbour] < 0)
                    {
                        component[neighbour] = count;
                        pending.Push(neighbour);
                    }
                }
            }

            count++;
        }

        return new ConnectedComponents { Count = count, ComponentOfNode = component };
    }
}
