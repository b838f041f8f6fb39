using Cake.Core;

namespace Cake.Execution;

internal sealed class SetupContext(ICakeContext context, IReadOnlyList<TaskDefinition> tasks) : CakeContextAdapter(context), ISetupContext
{
    public ICakeTaskInfo TargetTask => tasks[^1];

    public IReadOnlyCollection<ICakeTaskInfo> TasksToExecute => tasks;
}
