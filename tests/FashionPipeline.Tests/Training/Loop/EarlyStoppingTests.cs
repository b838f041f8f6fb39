using FashionPipeline.Training;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Tests.Training.Loop;

/// <summary>Trainings that end where the validation loss falls no more: beside the same training without it, epoch by epoch.</summary>
public sealed class EarlyStoppingTests : IDisposable
{
    private const int Patience = 2;

    // So fast that the validation loss soon goes up and down.
    private static readonly TrainingOptions Options = Stripes.Options with { Epochs = 12, LearningRate = 0.03, Patience = Patience };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("early-");

    private string CheckpointPath => Path.Combine(folder.FullName, "small.safetensors");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Should_end_after_its_patience_and_go_back_to_the_best_epoch()
    {
        var (best, last) = Expected();
        var reports = new Reports();

        var stopped = Train(Options, reports: reports);

        Assert.InRange(best, 2, Options.Epochs - Patience - 1);
        Assert.Equal(last, reports.All[^1].Epoch);
        Assert.Equal([$"ended behind epoch {last}; goes back to epoch {best}, the best"], reports.Messages);
        var ofBest = Train(Options with { Epochs = best, Patience = 0 });
        Assert.Equal(ofBest.History, stopped.History);
        Assert.Equal(ofBest.Weights, stopped.Weights);
    }

    [Fact]
    public void Should_go_back_too_where_the_epochs_end_first()
    {
        var (best, _) = Expected();

        var stopped = Train(Options with { Epochs = best + 1 });

        Assert.Equal(Train(Options with { Epochs = best, Patience = 0 }).Weights, stopped.Weights);
    }

    [Fact]
    public void Should_end_with_the_same_bits_when_it_was_killed_behind_the_best_epoch()
    {
        var (best, last) = Expected();
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Train(Options, CheckpointPath, new Reports(report =>
        {
            if (report.Epoch == last)
            {
                source.Cancel();
            }
        }), source));

        var reports = new Reports();
        var resumed = Train(Options, CheckpointPath, reports);

        Assert.Equal(last, reports.All[0].Epoch);
        Assert.Equal(best, resumed.History.Count);
        Assert.Equal(Train(Options).Weights, resumed.Weights);
    }

    [Fact]
    public void Should_train_nothing_more_where_it_had_ended()
    {
        var first = Train(Options, CheckpointPath);
        var reports = new Reports();

        var second = Train(Options with { Epochs = 20 }, CheckpointPath, reports);

        Assert.Empty(reports.All);
        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.History, second.History);
    }

    // By the definition, from a training that goes on to the end.
    private static (int Best, int Last) Expected()
    {
        var history = Train(Options with { Patience = 0 }).History;
        var best = 1;
        foreach (var epoch in history.Skip(1))
        {
            if (epoch.ValidationLoss < history[best - 1].ValidationLoss)
            {
                best = epoch.Epoch;
            }
            else if (epoch.Epoch - best == Patience)
            {
                return (best, epoch.Epoch);
            }
        }

        return (best, history.Count);
    }

    private static TrainingResult Train(
        TrainingOptions options, string? path = null, Reports? reports = null, CancellationTokenSource? stop = null) =>
        Trainer.Train(
            Stripes.Convolutional, options, Stripes.Data, Stripes.Classes, path, null, reports,
            stop?.Token ?? TestContext.Current.CancellationToken);
}
