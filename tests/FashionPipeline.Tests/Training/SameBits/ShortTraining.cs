using System.Reflection;
using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Tests.Build;
using FashionPipeline.Training;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.SameBits;

/// <summary>
/// A few steps of both networks of the source, and of a small one with all that happens in training only, in a process of their own:
/// what reaches a bit there is read once when it starts.
/// </summary>
public class ShortTraining
{
    /// <summary>Names the variable with the number of trainings that run at once, as --jobs does.</summary>
    public const string Jobs = "SHORT_TRAINING_JOBS";

    private const string Folder = "SHORT_TRAINING_FOLDER";

    private static readonly (Network Network, TrainingOptions Options)[] Trainings =
    [
        (SourceNetworks.Mlp, new() { Scaling = InputScaling.Unit }),
        (SourceNetworks.Cnn, new() { Scaling = InputScaling.Raw }),
        (Stripes.Augmented, new() { Schedule = ScheduleShape.OneCycle, WeightDecay = 0.1 }),
        (Stripes.Residual, Stripes.ResidualOptions),
    ];

    /// <summary>What changes a process's arithmetic or its number of threads; a run has only those that it is given.</summary>
    private static readonly string[] Switches =
    [
        "DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic", "DOTNET_PROCESSOR_COUNT", "ATEN_CPU_CAPABILITY",
        "OMP_NUM_THREADS", "MKL_NUM_THREADS", Jobs,
    ];

    /// <summary>Trains in another process.</summary>
    /// <param name="launcher">A command that starts the process, such as taskset -c 0; empty for none.</param>
    /// <param name="variables">The switches that are set.</param>
    /// <returns>Every weight and every epoch's losses, by name.</returns>
    internal static async Task<IReadOnlyList<NamedTensor>> InProcess(
        IReadOnlyList<string> launcher, IReadOnlyDictionary<string, string> variables)
    {
        using var folder = new TemporaryFolder();
        var method = $"{typeof(ShortTraining).FullName}.{nameof(Should_train_where_another_test_asks_for_it)}";
        string[] command = [.. launcher, "dotnet", Assembly.GetExecutingAssembly().Location, "-explicit", "only", "-method", method];
        var run = await ScriptRun.Of(command[0], folder.Path, command[1..], environment =>
        {
            Switches.ToList().ForEach(name => environment.Remove(name));
            environment[Folder] = folder.Path;
            foreach (var (name, value) in variables)
            {
                environment[name] = value;
            }
        });

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return [.. folder.Files.Where(file => file.EndsWith(".safetensors", StringComparison.Ordinal)).SelectMany(Read)];

        IEnumerable<NamedTensor> Read(string file)
        {
            var training = Path.GetFileNameWithoutExtension(file);
            return SafeTensors.Read(File.ReadAllBytes(folder[file]), file).Tensors
                .Select(tensor => tensor with { Name = $"{training}: {tensor.Name}" });
        }
    }

    [Fact(Explicit = true)]
    public void Should_train_where_another_test_asks_for_it()
    {
        var folder = Environment.GetEnvironmentVariable(Folder);
        Assert.SkipWhen(folder is null, "Runs only for the tests of same bits.");
        var jobs = int.Parse(Environment.GetEnvironmentVariable(Jobs) ?? "1", System.Globalization.CultureInfo.InvariantCulture);

        // Two full batches and one that fills no vector.
        var images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 75, TestCount = 10 });
        Parallel.ForEach(Trainings, new ParallelOptions { MaxDegreeOfParallelism = jobs }, training =>
        {
            var options = training.Options with { Epochs = 1, BatchSize = 36 };
            var isSmall = training.Network == Stripes.Augmented || training.Network == Stripes.Residual;
            var result = Trainer.Train(
                training.Network,
                options,
                isSmall ? Stripes.Data : new TrainingData(images.Train, images.Test),
                classes: isSmall ? Stripes.Classes : 10);
            var losses = result.History.SelectMany(epoch => new[] { (float)epoch.Loss, (float)epoch.ValidationLoss }).ToArray();
            File.WriteAllBytes(Path.Combine(folder!, training.Network.Name + ".safetensors"), result.Weights);
            File.WriteAllBytes(
                Path.Combine(folder!, training.Network.Name + " history.safetensors"),
                SafeTensors.Write([new NamedTensor("losses", [losses.Length], losses)], new Dictionary<string, string>()));
        });
    }
}
