using System.Reflection;
using Cake.Frosting;
using FashionPipeline.Pipeline.Graph;

namespace Build.Options;

/// <summary>The targets: the classes of <c>Tasks/</c>.</summary>
public static class TargetNames
{
    /// <summary>Names and descriptions: the stages in their order, then the others by name.</summary>
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        .. typeof(TargetNames).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IFrostingTask)))
            .Select(type => (type.Name, Description: type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? ""))
            .OrderBy(target => Enum.TryParse<Stage>(target.Name, out var stage) ? (int)stage : int.MaxValue)
            .ThenBy(target => target.Name, StringComparer.Ordinal),
    ];
}
