using FashionPipeline.Numerics.Linear;
using FashionPipeline.Numerics.Random;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Numerics.Linear;

/// <summary>Spectra in closed form: Chung, "Spectral Graph Theory", 1997, section 1.2.</summary>
public class LaplacianEigenpairsTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(600)]
    public void Should_find_the_eigenvalues_of_a_path(int nodes)
    {
        var pairs = Solve(nodes, Enumerable.Range(0, nodes - 1).Select(i => (i, i + 1)), 4);
        Assert.All(pairs.Values.Index(), pair => Assert.Equal(1 - Math.Cos(Math.PI * pair.Index / (nodes - 1)), pair.Item, 1e-12));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(600)]
    public void Should_find_both_eigenvectors_of_each_double_eigenvalue_of_a_cycle(int nodes)
    {
        var pairs = Solve(nodes, Enumerable.Range(0, nodes).Select(i => (i, (i + 1) % nodes)), 5);
        Assert.All(pairs.Values.Index(), pair =>
            Assert.Equal(1 - Math.Cos(2 * Math.PI * ((pair.Index + 1) / 2) / nodes), pair.Item, 1e-12));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void Should_find_the_eigenvalue_of_a_complete_graph_as_often_as_asked(int nodes)
    {
        var edges = from i in Enumerable.Range(0, nodes) from j in Enumerable.Range(i + 1, nodes - i - 1) select (i, j);
        var pairs = Solve(nodes, edges, 3);
        Assert.Equal(0, pairs.Values[0]);
        Assert.All(pairs.Values.Skip(1), value => Assert.Equal(nodes / (nodes - 1d), value, 1e-12));
    }

    [Fact]
    public void Should_solve_a_bipartite_graph_whole()
    {
        // A star has the eigenvalues 0, 1 (nodes - 2 times) and 2.
        var pairs = Solve(5, [(0, 1), (0, 2), (0, 3), (0, 4)], 5);
        Assert.All(pairs.Values.Zip([0d, 1, 1, 1, 2]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(600)]
    public void Should_find_an_eigenvalue_that_is_repeated_more_often_than_was_asked_for(int nodes)
    {
        var pairs = Solve(nodes, Enumerable.Range(1, nodes - 1).Select(leaf => (0, leaf)), 3);
        Assert.All(pairs.Values.Zip([0d, 1, 1]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Should_give_orthonormal_vectors_and_one_zero_for_each_component()
    {
        // A path of 50 nodes, a lone node, a path of 30.
        var edges = Enumerable.Range(0, 49).Select(i => (i, i + 1)).Concat(Enumerable.Range(51, 29).Select(i => (i, i + 1)));
        var pairs = Solve(81, edges, 6);

        Assert.Equal([0, 0, 0], pairs.Values.Take(3));
        Assert.Equal(1, pairs.Vectors[1][50]);
        double[] expected = [1 - Math.Cos(Math.PI / 49), 1 - Math.Cos(Math.PI / 29), 1 - Math.Cos(2 * Math.PI / 49)];
        Assert.All(pairs.Values.Skip(3).Zip(expected.Order()), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        for (var i = 0; i < 6; i++)
        {
            for (var j = 0; j < 6; j++)
            {
                Assert.Equal(i == j ? 1 : 0, pairs.Vectors[i].Zip(pairs.Vectors[j], (a, b) => a * b).Sum(), 1e-12);
            }
        }
    }

    [Fact]
    public void Should_leave_a_residual_of_at_most_a_trillionth_on_any_graph() => Prop.ForAll(RandomGraph.Any(), Counts(), (graph, share) =>
    {
        var count = Math.Max(1, graph.Nodes * share / 100);
        var pairs = Compute(graph, count, seed: 0);

        var residuals = pairs.Vectors.Zip(pairs.Values, (vector, value) =>
            Math.Sqrt(graph.ApplyLaplacian(vector).Zip(vector, (image, entry) => image - (value * entry))
                .Sum(difference => difference * difference)));

        return pairs.Values.Length == count
            && pairs.Values.SequenceEqual(pairs.Values.Order())
            && pairs.LargestResidual <= 1e-12
            && residuals.All(residual => residual <= 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_find_the_smallest_eigenvalues_of_any_graph() => Prop.ForAll(RandomGraph.Any(), Counts(), (graph, share) =>
    {
        var laplacian = new double[graph.Nodes * graph.Nodes];
        for (var node = 0; node < graph.Nodes; node++)
        {
            var unit = new double[graph.Nodes];
            unit[node] = 1;
            graph.ApplyLaplacian(unit).CopyTo(laplacian, node * graph.Nodes);
        }

        var (all, _) = SymmetricEigen.Decompose(laplacian, graph.Nodes);

        var pairs = Compute(graph, Math.Max(1, graph.Nodes * share / 100), seed: 0);

        return pairs.Values.Zip(all).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_choose_the_canonical_basis_of_the_null_space_whatever_the_start() =>
        Prop.ForAll(RandomGraph.Any(), Arb.From(Gen.Choose(0, 1000)), (graph, seed) =>
    {
        var lowest = graph.LowestReachable();
        var components = lowest.Distinct().Order().ToList();
        var degrees = graph.Degrees();

        var pairs = Compute(graph, components.Count, (ulong)seed);

        for (var component = 0; component < components.Count; component++)
        {
            // A node without edges counts as one of degree 1.
            var expected = Enumerable.Range(0, graph.Nodes)
                .Select(node => lowest[node] == components[component] ? Math.Sqrt(degrees[node] == 0 ? 1 : degrees[node]) : 0)
                .ToArray();
            var norm = Math.Sqrt(expected.Sum(value => value * value));
            Assert.Equal(0, pairs.Values[component]);
            Assert.All(pairs.Vectors[component].Zip(expected), pair => Assert.Equal(pair.Second / norm, pair.First, 1e-14));
        }
    }).QuickCheckThrowOnFailure();

    // Eigenpairs to ask for, in hundredths of all.
    private static Arbitrary<int> Counts() => Arb.From(Gen.Choose(0, 100));

    private static LaplacianEigenpairs Compute(RandomGraph graph, int count, ulong seed) => LaplacianEigenpairs.Compute(
        new NormalisedLaplacian(graph.Weights()), count, new RandomStream(seed, RandomPurpose.StartVector), new ParallelOptions());

    private static LaplacianEigenpairs Solve(int nodes, IEnumerable<(int From, int To)> edges, int count)
    {
        var weights = SparseSymmetricMatrix.FromEdges(nodes, [.. edges.Select(edge => (edge.From, edge.To, 1d))]);
        var pairs = LaplacianEigenpairs.Compute(
            new NormalisedLaplacian(weights), count, new RandomStream(0, RandomPurpose.StartVector), new ParallelOptions());
        Assert.InRange(pairs.LargestResidual, 0, 1e-12);
        return pairs;
    }
}
