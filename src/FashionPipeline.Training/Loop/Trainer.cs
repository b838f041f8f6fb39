using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Native;
using FashionPipeline.Training.Networks;
using FashionPipeline.Training.Optimisers;
using TorchSharp;

namespace FashionPipeline.Training.Loop;

/// <summary>Trains a network on a data set.</summary>
public static class Trainer
{
    private const int StepsBetweenReports = 20;

    /// <summary>
    /// Trains from the seed, or goes on from the checkpoint of the same training or of a shorter one; all end with the same bits.
    /// Under <see cref="Arithmetic.Libtorch"/> its number of threads is set for the whole process.
    /// </summary>
    /// <param name="network">What is trained.</param>
    /// <param name="options">How.</param>
    /// <param name="data">The images.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="checkpointPath">Where the state is kept after each epoch; null keeps none. The file stays when training ends.</param>
    /// <param name="shorterPath">What a training has left that differs in its number of epochs only; null for nothing.</param>
    /// <param name="progress">
    /// Told a <see cref="TrainingProgress"/> every few steps and at the end of each epoch, and a text where a checkpoint is
    /// gone on from or is of no use.
    /// </param>
    /// <param name="cancellationToken">Stops training between two steps.</param>
    /// <exception cref="InputException">
    /// Network, options and data do not fit, the loss is no number, libtorch does not load, or a thread does not round as it should.
    /// </exception>
    /// <exception cref="OperationCanceledException">Training was stopped.</exception>
    public static TrainingResult Train(
        Network network,
        TrainingOptions options,
        TrainingData data,
        int classes,
        string? checkpointPath = null,
        string? shorterPath = null,
        IProgress<object>? progress = null,
        CancellationToken cancellationToken = default)
    {
        TrainingCheck.Require(network, options, data, classes);
        LibTorch.Load();
        using var memory = FreedMemory.ReleaseAround();
        using var scope = torch.NewDisposeScope();
        var workspace = new Workspace();
        var backend = Backend.Of(options, workspace);
        using var module = new NetworkModule(network, data.Train.Shape, backend);
        module.Initialise(options.Seed);
        var steps = Steps(data.Train.Count, options.BatchSize);
        var optimiser = Optimiser.Of(module, options, (long)options.Epochs * steps, workspace);
        var early = new EarlyStopping(options.Patience);
        var settings = TrainingSettings.Hash(network, options, data, classes);
        var history = Resume(module, optimiser, early, [checkpointPath, shorterPath], settings, options.Epochs, progress);

        for (var epoch = history.Count + 1; epoch <= options.Epochs && !early.EndsBehind(history); epoch++)
        {
            var training = TrainEpoch(epoch);
            var validation = Validate(module, backend, new Batches(data.Validation, options.Scaling, workspace));
            var metrics = new EpochMetrics
            {
                Epoch = epoch,
                Loss = training.Loss,
                Accuracy = training.Accuracy,
                ValidationLoss = RequireFinite(validation.Loss, $"the validation loss of epoch {epoch}"),
                ValidationAccuracy = validation.Accuracy,
            };
            history.Add(metrics);
            early.Keep(history, module);
            FloatingPointCheck.Require(workspace);
            Save(module, optimiser, early, checkpointPath, settings, history);
            progress?.Report(new TrainingProgress(epoch, options.Epochs, steps, steps, training.Loss, training.Accuracy, metrics));
        }

        var kept = early.Kept(history);
        if (kept.Count < history.Count)
        {
            progress?.Report(FormattableString.Invariant($"ended behind epoch {history.Count}; goes back to epoch {kept.Count}, the best"));
            early.GoBack(module);
        }

        return new TrainingResult { History = kept, Weights = WeightsFile.Write(module) };

        RunningMean TrainEpoch(int epoch)
        {
            var batches = new Batches(data.Train, options.Scaling, workspace);
            var order = EpochOrder.Of(options.Seed, epoch, data.Train.Count);
            var mean = new RunningMean();
            for (var step = 0; step < steps; step++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var batch = torch.NewDisposeScope();
                var start = step * options.BatchSize;
                var indices = order.AsSpan(start, Math.Min(options.BatchSize, order.Length - start));

                var logits = module.forward(batches.Pixels(indices), new TrainingStep(options.Seed, epoch, step));
                var labels = batches.Labels(indices);
                var loss = SoftmaxCrossEntropyOperation.Loss(logits, labels, backend, options.LabelSmoothing);
                var meanLoss = RequireFinite(loss.item<float>(), $"the loss of step {step + 1} of epoch {epoch}");
                loss.backward();
                optimiser.Step();

                mean.Add(meanLoss, SoftmaxCrossEntropy.CountCorrect(TensorMemory.Of(logits), labels), indices.Length);
                if (step % StepsBetweenReports == 0)
                {
                    progress?.Report(new TrainingProgress(epoch, options.Epochs, step + 1, steps, mean.Loss, mean.Accuracy));
                }
            }

            return mean;
        }
    }

    private static RunningMean Validate(NetworkModule module, Backend backend, Batches batches)
    {
        using var noGradient = torch.no_grad();
        var mean = new RunningMean();
        foreach (var indices in batches.InOrder(Predictor.BatchSize))
        {
            using var batch = torch.NewDisposeScope();
            var logits = module.forward(batches.Pixels(indices), null);
            var labels = batches.Labels(indices);
            var loss = SoftmaxCrossEntropyOperation.Loss(logits, labels, backend);
            mean.Add(loss.item<float>(), SoftmaxCrossEntropy.CountCorrect(TensorMemory.Of(logits), labels), indices.Length);
        }

        return mean;
    }

    private static List<EpochMetrics> Resume(
        NetworkModule module,
        Optimiser optimiser,
        EarlyStopping early,
        string?[] paths,
        string settings,
        int epochs,
        IProgress<object>? progress)
    {
        var found = Load(paths.OfType<string>(), settings).ToList();
        foreach (var (path, _) in found.Where(one => one.State is null || one.State.History.Count > epochs))
        {
            progress?.Report($"the checkpoint {path} is damaged or of another training; it is of no use");
        }

        var (source, checkpoint) = found.Where(one => one.State?.History.Count <= epochs)
            .OrderBy(one => one.State!.History.Count).LastOrDefault();
        if (checkpoint is null)
        {
            return [];
        }

        WeightsFile.Import(module, checkpoint.State, source);
        optimiser.Import(checkpoint.State, checkpoint.Steps, source);
        early.Import(checkpoint.State);
        progress?.Report(FormattableString.Invariant($"goes on from epoch {checkpoint.History.Count} of {epochs}"));
        return [.. checkpoint.History];
    }

    // What a shorter training has left may go meanwhile: another run that trained for longer replaces it.
    private static IEnumerable<(string Path, Checkpoint? State)> Load(IEnumerable<string> paths, string settings)
    {
        foreach (var path in paths.Where(File.Exists))
        {
            Checkpoint? state;
            try
            {
                state = Checkpoint.Load(path, settings);
            }
            catch (FileNotFoundException)
            {
                continue;
            }

            yield return (path, state);
        }
    }

    private static void Save(
        NetworkModule module,
        Optimiser optimiser,
        EarlyStopping early,
        string? path,
        string settings,
        IReadOnlyList<EpochMetrics> history)
    {
        if (path is null)
        {
            return;
        }

        IReadOnlyList<NamedTensor> tensors = [.. WeightsFile.Export(module), .. optimiser.Export(), .. early.Export()];
        var state = new SafeTensorsFile { Tensors = tensors, Metadata = new Dictionary<string, string>() };
        new Checkpoint { Settings = settings, History = history, Steps = optimiser.Steps, State = state }.Save(path);
    }

    private static double RequireFinite(double loss, FormattableString of) => double.IsFinite(loss)
        ? loss
        : throw new DivergenceException(FormattableString.Invariant(of) + FormattableString.Invariant($" is {loss}"));

    private static int Steps(int images, int batchSize) => ((images - 1) / batchSize) + 1;
}
