using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Endurance;

/// <summary>Single bits of records and of checkpoints flipped at random: what comes out stays the same.</summary>
internal static class BitFlips
{
    public static void Run(Trial trial)
    {
        FlipCheckpoints(trial);
        FlipRecords(trial);
    }

    private static void FlipRecords(Trial trial)
    {
        Report(trial);
        var expected = trial.Digests("reports");
        var records = Directory.EnumerateFiles(trial.PathOf("store/records"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < trial.Times; i++)
        {
            var record = records[trial.Random.Next(records.Count)];
            Damage.DamageFile(record, "flipped", keepTime: true, trial.Random);
            Report(trial);
            if (trial.Digests("reports") != expected)
            {
                trial.Fault($"{Path.GetFileName(record)}: another report");
            }
        }

        Pipeline.Store.StoreVerification.Of(trial.PathOf("store"), _ => { }); // finds what no run had to read
        Report(trial);
        trial.Verify("store");
    }

    private static void Report(Trial trial)
    {
        var console = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            using var pipeline = ExperimentPipeline.Open(new PipelineOptions
            {
                Root = Trial.Root,
                Experiment = "quickstart",
                Overrides = ["training.epochs=1"],
                CacheFolder = trial.PathOf("store"),
                ReportsFolder = trial.PathOf("reports"),
                Jobs = 1,
            });
            pipeline.Run(Stage.Report);
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    private static void FlipCheckpoints(Trial trial)
    {
        var splits = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 200, TestCount = 50 });
        var network = new Network { Name = "small", Layers = [new FlattenLayer(), new DenseLayer(10, Activation.Softmax)] };
        var options = new TrainingOptions { Epochs = 3, BatchSize = 50, Seed = 12345 };
        var path = trial.PathOf("checkpoint");
        var expected = Train(null).Weights;
        StopAfterTwoEpochs();
        var checkpoint = File.ReadAllBytes(path);
        for (var i = 0; i < trial.Times; i++)
        {
            File.WriteAllBytes(path, checkpoint);
            Damage.DamageFile(path, "flipped", keepTime: true, trial.Random);
            if (!Train(path).Weights.AsSpan().SequenceEqual(expected))
            {
                trial.Fault($"flip {i} of a checkpoint: other weights");
            }
        }

        TrainingResult Train(string? from, CancellationToken stop = default, IProgress<object>? progress = null) =>
            Trainer.Train(network, options, new TrainingData(splits.Train, splits.Test), classes: 10, from, null, progress, stop);

        void StopAfterTwoEpochs()
        {
            using var stop = new CancellationTokenSource();
            try
            {
                Train(path, stop.Token, new StopAfter(epoch: 2, stop));
            }
            catch (OperationCanceledException)
            {
            }
        }
    }

    private sealed class StopAfter(int epoch, CancellationTokenSource stop) : IProgress<object>
    {
        public void Report(object value)
        {
            if (value is TrainingProgress { Finished: not null } progress && progress.Epoch == epoch)
            {
                stop.Cancel();
            }
        }
    }
}
