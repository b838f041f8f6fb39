namespace Cake.Core;

/// <summary>What is known of a task before it runs.</summary>
public interface ICakeTaskInfo
{
    /// <summary>Its name, as typed after <c>--target</c>.</summary>
    string Name { get; }

    /// <summary>What it does, for readers; may be empty.</summary>
    string Description { get; }
}
