using Cake.Core;

namespace Cake.Execution;

/// <summary>All tasks by name, and the order in which a target's dependencies run.</summary>
internal sealed class TaskGraph
{
    private readonly Dictionary<string, TaskDefinition> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="CakeException">Two tasks have one name, or depend on each other, or one depends on what is no task.</exception>
    public TaskGraph(IReadOnlyList<TaskDefinition> tasks)
    {
        Tasks = tasks;
        if (tasks.FirstOrDefault(task => !byName.TryAdd(task.Name, task)) is { } twice)
        {
            throw new CakeException($"Another task with the name '{twice.Name}' has already been added.");
        }

        foreach (var (task, name) in tasks.SelectMany(task => task.Dependencies, (task, name) => (task, name)))
        {
            if (!byName.TryGetValue(name, out var dependency))
            {
                throw new CakeException($"Task '{task.Name}' is dependent on task '{name}' which does not exist.");
            }

            if (dependency.Dependencies.Contains(task.Name, StringComparer.OrdinalIgnoreCase))
            {
                throw new CakeException("Unidirectional edges in graph are not allowed.");
            }
        }
    }

    /// <summary>All tasks, as found.</summary>
    public IReadOnlyList<TaskDefinition> Tasks { get; }

    public TaskDefinition this[string name] =>
        byName.TryGetValue(name, out var task) ? task : throw new CakeException($"The target '{name}' was not found.");

    /// <summary>A target and all that it depends on: depth first, dependencies in the order of their attributes, each task once.</summary>
    /// <exception cref="CakeException">There is no such target, or it leads round in a circle.</exception>
    public IReadOnlyList<TaskDefinition> Order(string target)
    {
        var order = new List<TaskDefinition>();
        Visit(this[target], order, []);
        return order;
    }

    private void Visit(TaskDefinition task, List<TaskDefinition> order, HashSet<TaskDefinition> visited)
    {
        if (visited.Add(task))
        {
            task.Dependencies.ToList().ForEach(dependency => Visit(this[dependency], order, visited));
            order.Add(task);
        }
        else if (!order.Contains(task))
        {
            throw new CakeException("Graph contains circular references.");
        }
    }
}
