namespace Cake.Frosting;

/// <summary>Names a task that runs before this one.</summary>
/// <param name="type">Its class.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    /// <summary>The class of the other task.</summary>
    public Type Task { get; } = type;
}
