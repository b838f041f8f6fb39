using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Execution;

namespace Cake.Frosting;

/// <summary>Finds tasks, and reads what their attributes say.</summary>
internal static class FrostingTasks
{
    /// <summary>The public classes of an assembly that are tasks.</summary>
    public static IEnumerable<Type> FindTypes(Assembly? assembly) => (assembly?.GetExportedTypes() ?? [])
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask)));

    /// <summary>The tasks that can work with a context; each of the others is named in a warning.</summary>
    public static IReadOnlyList<TaskDefinition> Define(IEnumerable<IFrostingTask> tasks, ICakeContext context)
    {
        var usable = tasks.ToLookup(task => ContextOf(task.GetType()).IsInstanceOfType(context));
        foreach (var other in usable[false])
        {
            context.Log.Warning("Task cannot be used since the context isn't convertible to {0}.", ContextOf(other.GetType()).FullName);
        }

        return [.. usable[true].Select(task => Define(task, task.GetType()))];
    }

    private static Type ContextOf(Type type) =>
        type.BaseType is { IsGenericType: true } generic ? generic.GetGenericArguments()[0] : typeof(ICakeContext);

    private static TaskDefinition Define(IFrostingTask task, Type type) => new(
        type.Name,
        type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? "",
        [.. type.GetCustomAttributes<IsDependentOnAttribute>().Select(attribute => attribute.Task.Name)],
        type.GetMethod(nameof(FrostingTask<>.Run))?.DeclaringType != type.BaseType,
        task.RunAsync);
}
