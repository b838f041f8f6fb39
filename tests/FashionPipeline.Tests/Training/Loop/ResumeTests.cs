using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Loop;

public sealed class ResumeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("resume-");

    private string CheckpointPath => Path.Combine(folder.FullName, "checkpoints", "small.safetensors");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Should_end_with_the_same_bits_when_it_was_killed_after_an_epoch()
    {
        var whole = Train(Stripes.Options, path: null);
        StopIn(epoch: 2);

        var reports = new Reports();
        var resumed = Train(Stripes.Options, CheckpointPath, reports);

        Assert.Equal(2, reports.All[0].Epoch);
        Assert.Equal(whole.Weights, resumed.Weights);
        Assert.Equal(whole.History, resumed.History);
    }

    [Fact]
    public void Should_train_nothing_more_when_all_epochs_are_done()
    {
        var first = Train(Stripes.Options, CheckpointPath);
        var reports = new Reports();
        var second = Train(Stripes.Options, CheckpointPath, reports);

        Assert.Empty(reports.All);
        Assert.Equal(first.Weights, second.Weights);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(CheckpointPath)!));
    }

    [Fact]
    public void Should_start_over_from_a_checkpoint_that_is_damaged_or_of_other_settings()
    {
        var whole = Train(Stripes.Options, path: null);

        StopIn(epoch: 2);
        File.WriteAllBytes(CheckpointPath, File.ReadAllBytes(CheckpointPath)[..^5]);
        Assert.Equal(whole.Weights, Train(Stripes.Options, CheckpointPath).Weights);

        Train(Stripes.Options with { Seed = 99 }, CheckpointPath);
        var reports = new Reports();
        Assert.Equal(whole.Weights, Train(Stripes.Options, CheckpointPath, reports).Weights);
        Assert.Contains(CheckpointPath, Assert.Single(reports.Messages), StringComparison.Ordinal);
    }

    // One bit of a weight, of a moment or of the number of steps: going on from there would end with other weights.
    [Fact]
    public void Should_start_over_where_one_bit_of_the_checkpoint_differs()
    {
        var whole = Train(Stripes.Options, path: null);
        StopIn(epoch: 2);
        var checkpoint = File.ReadAllBytes(CheckpointPath);

        foreach (var position in Enumerable.Range(1, 7).Select(part => part * checkpoint.Length / 8))
        {
            File.WriteAllBytes(CheckpointPath,
                [.. checkpoint[..position], (byte)(checkpoint[position] ^ 0x10), .. checkpoint[(position + 1)..]]);
            var reports = new Reports();

            Assert.Equal(whole.Weights, Train(Stripes.Options, CheckpointPath, reports).Weights);
            Assert.Equal(1, reports.All[0].Epoch);
            Assert.Single(reports.Messages);
        }
    }

    [Fact]
    public void Should_end_with_the_same_bits_when_it_goes_on_from_a_shorter_training()
    {
        var whole = Train(Stripes.Options, path: null);
        Train(Stripes.Options with { Epochs = 2 }, CheckpointPath);

        var reports = new Reports();
        var longer = Train(Stripes.Options, CheckpointPath + ".longer", reports, shorter: CheckpointPath);

        Assert.Equal(["goes on from epoch 2 of 3"], reports.Messages);
        Assert.All(reports.All, report => Assert.Equal(3, report.Epoch));
        Assert.Equal(whole.Weights, longer.Weights);
        Assert.Equal(whole.History, longer.History);
    }

    [Fact]
    public void Should_go_on_from_where_more_is_done()
    {
        Train(Stripes.Options with { Epochs = 2 }, CheckpointPath);
        Train(Stripes.Options with { Epochs = 1 }, CheckpointPath + ".shorter");
        var reports = new Reports();

        Train(Stripes.Options, CheckpointPath, reports, shorter: CheckpointPath + ".shorter");

        Assert.Equal(["goes on from epoch 2 of 3"], reports.Messages);
    }

    [Theory]
    [InlineData(ScheduleShape.Step)]
    [InlineData(ScheduleShape.Cosine)]
    [InlineData(ScheduleShape.OneCycle)]
    public void Should_start_over_where_the_schedule_was_one_over_fewer_epochs(ScheduleShape schedule)
    {
        var options = Stripes.Options with { Schedule = schedule };
        Train(options with { Epochs = 2 }, CheckpointPath);
        var reports = new Reports();

        var longer = Train(options, CheckpointPath + ".longer", reports, shorter: CheckpointPath);

        Assert.Equal(1, reports.All[0].Epoch);
        Assert.Equal(Train(options, path: null).Weights, longer.Weights);
    }

    [Fact]
    public void Should_end_with_the_same_bits_with_a_schedule_a_decay_and_augmented_images()
    {
        var options = Stripes.Options with { Schedule = ScheduleShape.OneCycle, WeightDecay = 0.1 };
        var whole = Train(options, path: null, network: Stripes.Augmented);
        StopIn(epoch: 2, Stripes.Augmented, options);

        var resumed = Train(options, CheckpointPath, network: Stripes.Augmented);

        Assert.Equal(whole.Weights, resumed.Weights);
        Assert.NotEqual(Train(options with { WeightDecay = 0 }, path: null, network: Stripes.Augmented).Weights, whole.Weights);
    }

    [Fact]
    public void Should_end_with_the_same_bits_with_residual_blocks_under_gradient_descent()
    {
        var (network, options) = (Stripes.Residual, Stripes.ResidualOptions);
        var whole = Train(options, path: null, network: network);
        StopIn(epoch: 2, network, options);

        var resumed = Train(options, CheckpointPath, network: network);

        Assert.Equal(whole.Weights, resumed.Weights);
        Assert.Equal(whole.History, resumed.History);
        TrainingOptions[] others =
        [
            options with { Momentum = 0 }, options with { IsNesterov = false }, options with { ClipNorm = 0 },
            options with { LabelSmoothing = 0 }, options with { Optimiser = OptimiserKind.Adam },
        ];
        Assert.All(others, other => Assert.NotEqual(whole.Weights, Train(other, path: null, network: network).Weights));
    }

    // A training goes on where one of fewer epochs ended, as no epoch depends on how many follow. An option that changes that, as a
    // schedule of step sizes over all epochs does, has to be a reason against it in TrainStage.LengthSetting; then add it here.
    [Fact]
    public void Should_have_no_other_option_that_makes_an_epoch_depend_on_how_many_follow() => Assert.Equal(
        [
            "BatchSize", "Beta1", "Beta2", "ClipNorm", "Epochs", "Epsilon", "IsNesterov", "LabelSmoothing", "LearningRate", "Momentum",
            "Numerics", "Optimiser", "Patience", "Scaling", "Schedule", "Seed", "Threads", "WeightDecay",
        ],
        typeof(TrainingOptions).GetProperties().Select(option => option.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Should_say_so_when_the_checkpoint_cannot_be_written()
    {
        File.WriteAllText(Path.GetDirectoryName(CheckpointPath)!, "a file where the folder should be");

        var exception = Assert.Throws<InputException>(() => Train(Stripes.Options, CheckpointPath));

        Assert.Contains(CheckpointPath, exception.Message, StringComparison.Ordinal);
    }

    // Running means and variances are part of the state: validation reads them, and each step goes on from them.
    [Theory]
    [InlineData(Arithmetic.Portable)]
    [InlineData(Arithmetic.Libtorch)]
    public void Should_end_with_the_same_running_means_when_it_was_killed_after_an_epoch(Arithmetic numerics)
    {
        var options = Stripes.Options with { Numerics = numerics, Threads = 1 };
        var whole = Train(options, path: null, network: Stripes.Normalised);
        StopIn(epoch: 2, Stripes.Normalised, options);

        var reports = new Reports();
        var resumed = Train(options, CheckpointPath, reports, network: Stripes.Normalised);

        Assert.Equal(2, reports.All[0].Epoch);
        Assert.Equal(whole.Weights, resumed.Weights);
        Assert.Equal(whole.History, resumed.History);
        Assert.True(whole.History[^1].ValidationAccuracy > 0.9, $"validation accuracy {whole.History[^1].ValidationAccuracy}");
        Assert.Equal(
            ["beta", "gamma", "moving_mean", "moving_variance"],
            SafeTensors.Read(whole.Weights, "weights").Tensors.Select(tensor => tensor.Name.Split('.'))
                .Where(name => name[0] == "batch_normalization_1").Select(name => name[1]));
    }

    private void StopIn(int epoch, Network? network = null, TrainingOptions? options = null)
    {
        using var source = new CancellationTokenSource();
        var reports = new Reports(report =>
        {
            if (report.Epoch == epoch)
            {
                source.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(
            () => Train(options ?? Stripes.Options, CheckpointPath, reports, source, network: network));
    }

    private static TrainingResult Train(
        TrainingOptions options,
        string? path,
        Reports? reports = null,
        CancellationTokenSource? stop = null,
        string? shorter = null,
        Network? network = null)
    {
        var cancellation = stop?.Token ?? TestContext.Current.CancellationToken;
        return Trainer.Train(
            network ?? Stripes.Convolutional, options, Stripes.Data, Stripes.Classes, path, shorter, reports, cancellation);
    }
}
