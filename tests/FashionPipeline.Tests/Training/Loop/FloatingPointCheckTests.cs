using System.Reflection;
using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Numerics.Elementary;
using FashionPipeline.Tests.Build;
using FashionPipeline.Tests.Numerics.Elementary;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Tests.Training.Loop;

/// <summary>Each training has a process of its own: a thread passes its control word on to those that it starts.</summary>
public sealed class FloatingPointCheckTests
{
    private const string Asked = "FLOATING_POINT_CHECK_ASKED";

    [Theory]
    [InlineData(nameof(Should_train_on_a_thread_without_subnormals_where_another_test_asks_for_it))]
    [InlineData(nameof(Should_train_with_workers_without_subnormals_where_another_test_asks_for_it))]
    public async Task Should_end_with_an_error_where_a_thread_takes_subnormal_numbers_for_zero(string training)
    {
        Assert.SkipUnless(ControlWord.IsKnown, "The control word is set on Linux and x86-64 only.");
        using var folder = new TemporaryFolder();
        string[] arguments =
        [
            Assembly.GetExecutingAssembly().Location,
            "-explicit", "only", "-method", $"{typeof(FloatingPointCheckTests).FullName}.{training}",
        ];

        var run = await ScriptRun.Of("dotnet", folder.Path, arguments, environment =>
        {
            environment[Asked] = "1";
            environment["DOTNET_PROCESSOR_COUNT"] = "2"; // so that there is a worker
        });

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    [Fact(Explicit = true)]
    public void Should_train_on_a_thread_without_subnormals_where_another_test_asks_for_it()
    {
        RequireAsked();

        ControlWord.Set(ControlWord.SubnormalsWrittenAsZero | ControlWord.SubnormalsReadAsZero);

        RequireFault();
    }

    [Fact(Explicit = true)]
    public void Should_train_with_workers_without_subnormals_where_another_test_asks_for_it()
    {
        RequireAsked();

        // None of them ends before all have begun, so that each has a thread of its own.
        const int Threads = 8;
        ThreadPool.SetMinThreads(Threads, Threads);
        using var begun = new CountdownEvent(Threads);
        using var ended = new CountdownEvent(Threads);
        for (var thread = 0; thread < Threads; thread++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    ControlWord.Set(ControlWord.SubnormalsWrittenAsZero);
                    begun.Signal();
                    begun.Wait();
                    ended.Signal();
                },
                null);
        }

        ended.Wait(TestContext.Current.CancellationToken);
        Assert.Null(FloatingPointMode.Fault());

        RequireFault();
    }

    private static void RequireAsked() =>
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Asked) is null, "Runs only for the tests of control words.");

    private static void RequireFault()
    {
        var images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 2000, TestCount = 10 });

        var fault = Assert.Throws<InputException>(
            () => Trainer.Train(
                SourceNetworks.Mlp, new TrainingOptions { Epochs = 5 }, new TrainingData(images.Train, images.Test), classes: 10));

        Assert.Equal(
            "A thread of this process takes subnormal numbers for zero: the results would be others than on other machines, so nothing is "
            + "computed.\nA native library must have set the processor's control word, one of LD_PRELOAD or a profiler for example; run "
            + "once more without it.",
            fault.Message);
    }
}
