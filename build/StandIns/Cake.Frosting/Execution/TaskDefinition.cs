using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Cake.Execution;

/// <summary>A task, and what its attributes say.</summary>
internal sealed class TaskDefinition(IFrostingTask task) : ICakeTaskInfo
{
    private readonly Type type = task.GetType();

    public IFrostingTask Task => task;

    public string Name => type.Name;

    public string Description => type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? "";

    public IReadOnlyList<string> Dependencies { get; } =
        [.. task.GetType().GetCustomAttributes<IsDependentOnAttribute>().Select(attribute => attribute.Task.Name)];

    /// <summary>Whether the class does anything itself.</summary>
    public bool HasRun => type.GetMethod(nameof(FrostingTask<>.Run))?.DeclaringType != type.BaseType;

    private Type ContextType => type.BaseType is { IsGenericType: true } generic ? generic.GetGenericArguments()[0] : typeof(ICakeContext);

    /// <summary>The public classes of an assembly that are tasks.</summary>
    public static IEnumerable<Type> FindTypes(Assembly? assembly) => (assembly?.GetExportedTypes() ?? [])
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask)));

    /// <summary>The tasks that can work with a context; each of the others is named in a warning.</summary>
    public static IReadOnlyList<TaskDefinition> Create(IEnumerable<IFrostingTask> tasks, ICakeContext context)
    {
        var definitions = tasks.Select(task => new TaskDefinition(task)).ToLookup(task => task.ContextType.IsInstanceOfType(context));
        foreach (var other in definitions[false])
        {
            context.Log.Warning("Task cannot be used since the context isn't convertible to {0}.", other.ContextType.FullName);
        }

        return [.. definitions[true]];
    }
}
