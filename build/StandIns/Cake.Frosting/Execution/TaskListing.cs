using System.Globalization;
using Cake.Core;

namespace Cake.Execution;

/// <summary>Shows the tasks without running them.</summary>
internal static class TaskListing
{
    public static void PrintDescriptions(TaskGraph graph, IConsole console)
    {
        var width = Math.Max(29, graph.Tasks.Select(task => task.Name.Length).DefaultIfEmpty().Max()) + 1;
        var format = string.Create(CultureInfo.InvariantCulture, $"{{0,-{width}}}{{1}}");
        console.WriteLine("{0}", "");
        console.WriteLine(format, "Task", "Description");
        console.WriteLine("{0}", new string('=', width + 50));
        foreach (var task in graph.Tasks)
        {
            console.WriteLine(format, task.Name, task.Description);
        }
    }

    public static void PrintTree(TaskGraph graph, IConsole console)
    {
        var children = graph.Tasks.SelectMany(task => task.Dependencies).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var roots = graph.Tasks
            .Where(task => !children.Contains(task.Name))
            .OrderBy(task => !task.Name.Equals("Default", StringComparison.OrdinalIgnoreCase))
            .ThenBy(task => task.Name, StringComparer.Ordinal);
        console.WriteLine("{0}", "");
        foreach (var root in roots)
        {
            console.WriteLine("{0}", root.Name);
            _ = graph.Order(root.Name); // A circle would be drawn without end.
            PrintChildren(graph, root, "", console);
            console.WriteLine("{0}", "");
        }
    }

    private static void PrintChildren(TaskGraph graph, TaskDefinition task, string prefix, IConsole console)
    {
        for (var i = 0; i < task.Dependencies.Count; i++)
        {
            var isLast = i == task.Dependencies.Count - 1;
            var child = graph[task.Dependencies[i]];
            console.WriteLine("{0}", prefix + (isLast ? "└─" : "├─") + child.Name);
            PrintChildren(graph, child, prefix + (isLast ? "   " : "│ "), console);
        }
    }
}
