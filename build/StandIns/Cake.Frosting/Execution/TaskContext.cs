using Cake.Core;

namespace Cake.Execution;

internal sealed class TaskContext(ICakeContext context, ICakeTaskInfo task)
    : CakeContextAdapter(context), ITaskSetupContext, ITaskTeardownContext
{
    public ICakeTaskInfo Task => task;

    public TimeSpan Duration { get; init; }

    public bool Successful { get; init; }
}
