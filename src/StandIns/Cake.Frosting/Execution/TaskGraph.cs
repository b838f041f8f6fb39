using Cake.Core;

namespace Cake.Execution;

/// <summary>All tasks by name, and the order in which a target's dependencies run.</summary>
internal sealed class TaskGraph
{
    private readonly Dictionary<string, TaskDefinition> _byName = new(StringComparer.OrdinalIgnoreCase);

    public TaskGraph(IReadOnlyList<TaskDefinition> tasks)
    {
        Tasks = tasks;
        foreach (var task in tasks)
        {
            if (!_byName.TryAdd(task.Name, task))
            {
                throw new CakeException($"Another task with the name '{task.Name}' has already been added.");
            }
        }

        foreach (var task in tasks)
        {
            if (task.Dependencies.FirstOrDefault(name => !_byName.ContainsKey(name)) is { } missing)
            {
                throw new CakeException($"Task '{task.Name}' is dependent on task '{missing}' which does not exist.");
            }
        }
    }

    /// <summary>All tasks, as found.</summary>
    public IReadOnlyList<TaskDefinition> Tasks { get; }

    public TaskDefinition this[string name] =>
        _byName.TryGetValue(name, out var task) ? task : throw new CakeException($"The target '{name}' was not found.");

    /// <summary>A target and all that it depends on: depth first, dependencies in the order of their attributes, each task once.</summary>
    public IReadOnlyList<TaskDefinition> Order(string target)
    {
        var order = new List<TaskDefinition>();
        Visit(this[target], order, []);
        return order;
    }

    private void Visit(TaskDefinition task, List<TaskDefinition> order, List<TaskDefinition> path)
    {
        if (path.Contains(task))
        {
            var circle = path.SkipWhile(one => one != task).Append(task).Select(one => one.Name);
            throw new CakeException($"Graph contains circular references: {string.Join(" -> ", circle)}.");
        }

        if (order.Contains(task))
        {
            return;
        }

        path.Add(task);
        foreach (var dependency in task.Dependencies)
        {
            Visit(this[dependency], order, path);
        }

        path.Remove(task);
        order.Add(task);
    }
}
