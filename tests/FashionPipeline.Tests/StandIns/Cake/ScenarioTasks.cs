using Cake.Core;
using Cake.Frosting;

namespace FashionPipeline.Tests.StandIns.Cake;

/// <summary>The tasks that the tests run.</summary>
public static class ScenarioTasks
{
    [TaskDescription("Heats the oven")]
    public sealed class Heat(Journal journal) : FrostingTask<ICakeContext>
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("Heat");
    }

    [IsDependentOn(typeof(Heat))]
    public sealed class Mix(Journal journal) : FrostingTask<ICakeContext>
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("Mix");
    }

    [IsDependentOn(typeof(Mix))]
    [IsDependentOn(typeof(Heat))]
    public sealed class Bake(Journal journal) : FrostingTask<ICakeContext>
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("Bake");
    }

    [IsDependentOn(typeof(Bake))]
    public sealed class Default : FrostingTask<ICakeContext>
    {
    }

    public sealed class Burn : FrostingTask<ICakeContext>
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("The cake {0} is black.");
    }

    [IsDependentOn(typeof(Burn))]
    public sealed class ServeBurnt(Journal journal) : FrostingTask<ICakeContext>
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("ServeBurnt");
    }

    public sealed class BurnTwice : FrostingTask<ICakeContext>
    {
        public override void Run(ICakeContext context) =>
            throw new AggregateException(new InvalidOperationException("Top."), new InvalidOperationException("Bottom."));
    }

    /// <summary>Writes down what the tasks are given.</summary>
    public sealed class Ask(Journal journal) : FrostingTask<ICakeContext>
    {
        public override void Run(ICakeContext context)
        {
            foreach (var (name, values) in context.Arguments.GetArguments().OrderBy(argument => argument.Key, StringComparer.Ordinal))
            {
                journal.Entries.Add($"{name}={string.Join(",", values.Select(value => value ?? "<none>"))}");
            }
        }
    }

    public sealed class Where(Journal journal) : FrostingTask<ICakeContext>
    {
        public override void Run(ICakeContext context) => journal.Entries.Add(context.Environment.WorkingDirectory.FullPath);
    }

    /// <summary>Its context is another program's: no host of these tests has it.</summary>
    public sealed class Elsewhere : FrostingTask<ForeignContext>
    {
    }

    public sealed class ForeignContext(ICakeContext context) : FrostingContext(context)
    {
    }

    public sealed class Kitchen(Journal journal) : FrostingTaskLifetime<ICakeContext>
    {
        public override void Setup(ICakeContext context, ITaskSetupContext info) => journal.Entries.Add($"Setup {info.Task.Name}");

        public override void Teardown(ICakeContext context, ITaskTeardownContext info) =>
            journal.Entries.Add($"Teardown {info.Task.Name} {info.Successful}");
    }
}
