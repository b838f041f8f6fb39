using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Cake.Execution;

/// <summary>A task, and what its attributes and overridden members say.</summary>
internal sealed record TaskDefinition : ICakeTaskInfo
{
    public required IFrostingTask Task { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Dependencies { get; init; }

    public required bool HasRun { get; init; }

    public required bool HasFinally { get; init; }

    public required bool HasOnError { get; init; }

    public required bool ContinuesOnError { get; init; }

    /// <summary>The public classes of an assembly that are tasks.</summary>
    public static IEnumerable<Type> FindTypes(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask)));

    public static IReadOnlyList<TaskDefinition> Create(IEnumerable<IFrostingTask> tasks, ICakeContext context)
    {
        var definitions = new List<TaskDefinition>();
        foreach (var task in tasks)
        {
            var expected = ContextType(task.GetType());
            if (expected.IsInstanceOfType(context))
            {
                definitions.Add(Create(task));
            }
            else
            {
                context.Log.Warning(
                    "The task '{0}' is left out: its context '{1}' is not convertible from '{2}'.",
                    NameOf(task.GetType()),
                    expected.Name,
                    context.GetType().Name);
            }
        }

        return definitions;
    }

    private static TaskDefinition Create(IFrostingTask task)
    {
        var type = task.GetType();
        var definition = new TaskDefinition
        {
            Task = task,
            Name = NameOf(type),
            Description = type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? "",
            Dependencies = [.. type.GetCustomAttributes<IsDependentOnAttribute>().Select(attribute => NameOfDependency(type, attribute.Task))],
            HasRun = Overrides(type, nameof(FrostingTask.Run)),
            HasFinally = Overrides(type, nameof(FrostingTask.Finally)),
            HasOnError = Overrides(type, nameof(FrostingTask.OnError)),
            ContinuesOnError = type.IsDefined(typeof(ContinueOnErrorAttribute)),
        };
        if (definition.HasOnError && definition.ContinuesOnError)
        {
            throw new CakeException($"The task '{definition.Name}' has more than one error handler: ContinueOnError and OnError.");
        }

        if (definition.Dependencies.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new CakeException($"The task '{definition.Name}' already has a dependency on '{twice.Key}'.");
        }

        return definition;
    }

    private static string NameOf(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;

    private static string NameOfDependency(Type type, Type dependency) => dependency.IsAssignableTo(typeof(IFrostingTask))
        ? NameOf(dependency)
        : throw new FrostingException($"The task '{NameOf(type)}' depends on '{dependency.FullName}', which is not a task.");

    private static Type ContextType(Type type) => type.BaseType is { IsGenericType: true } direct && IsTaskBase(direct)
        ? direct.GetGenericArguments()[0]
        : typeof(ICakeContext);

    private static bool Overrides(Type type, string method) =>
        type.GetMethods().Any(candidate => candidate.Name == method
            && candidate.GetBaseDefinition().DeclaringType is { } declaring && IsTaskBase(declaring)
            && candidate.DeclaringType is { } overriding && !IsTaskBase(overriding));

    private static bool IsTaskBase(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FrostingTask<>);
}
