using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task; a class with a public constructor, whose name is the task's.</summary>
public interface IFrostingTask
{
    /// <summary>Does the work.</summary>
    Task RunAsync(ICakeContext context);
}
