using Cake.Core;
using Cake.Frosting;

namespace FashionPipeline.Tests.StandIns.Cake;

/// <summary>The tasks that the tests run.</summary>
public static class ScenarioTasks
{
    [TaskDescription("Heats the oven")]
    public sealed class Heat(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("Heat");
    }

    [IsDependentOn(typeof(Heat))]
    public sealed class Mix(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("Mix");
    }

    [IsDependentOn(typeof(Mix))]
    [IsDependentOn(typeof(Heat))]
    public sealed class Bake(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("Bake");
    }

    [IsDependentOn(typeof(Bake))]
    public sealed class Default : FrostingTask
    {
    }

    public sealed class Burn(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("The cake {0} is black.");

        public override void Finally(ICakeContext context) => journal.Entries.Add("Finally");
    }

    [IsDependentOn(typeof(Burn))]
    public sealed class ServeBurnt(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("ServeBurnt");
    }

    public sealed class BurnTwice : FrostingTask
    {
        public override void Run(ICakeContext context) =>
            throw new AggregateException(new InvalidOperationException("Top."), new InvalidOperationException("Bottom."));
    }

    [ContinueOnError]
    public sealed class Sprinkle : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("No sugar.");
    }

    public sealed class Glaze(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("No icing.");

        public override void OnError(Exception exception, ICakeContext context) => journal.Entries.Add("OnError " + exception.Message);
    }

    [IsDependentOn(typeof(Sprinkle))]
    [IsDependentOn(typeof(Glaze))]
    public sealed class Decorate(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("Decorate");
    }

    [TaskName("Candles-On-Top")]
    public sealed class Candles : FrostingTask
    {
        public override bool ShouldRun(ICakeContext context) => false;

        public override void Run(ICakeContext context) => throw new InvalidOperationException("Must not run.");
    }

    [IsDependentOn(typeof(Candles))]
    public sealed class Party(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Entries.Add("Party");
    }

    [IsDependentOn(typeof(Egg))]
    public sealed class Hen : FrostingTask
    {
    }

    [IsDependentOn(typeof(Hen))]
    public sealed class Egg : FrostingTask
    {
    }

    /// <summary>Writes down what the tasks are given.</summary>
    public sealed class Ask(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            foreach (var (name, values) in context.Arguments.GetArguments().OrderBy(argument => argument.Key, StringComparer.Ordinal))
            {
                journal.Entries.Add($"{name}={string.Join(",", values.Select(value => value ?? "<none>"))}");
            }
        }
    }

    public sealed class Where(Journal journal) : FrostingTask
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

    public sealed class Kitchen(Journal journal) : FrostingLifetime<ICakeContext>
    {
        public override void Setup(ICakeContext context, ISetupContext info) =>
            journal.Entries.Add($"Setup {info.TargetTask.Name}: {string.Join(" ", info.TasksToExecute.Select(task => task.Name))}");

        public override void Teardown(ICakeContext context, ITeardownContext info) =>
            journal.Entries.Add($"Teardown {(info.Successful ? "well" : info.ThrownException!.Message)}");
    }
}
