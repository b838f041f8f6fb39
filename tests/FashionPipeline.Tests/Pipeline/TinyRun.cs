using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline;

/// <summary>The report of an experiment that takes no time, in a repository of its own.</summary>
public sealed class TinyRun : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("tiny-").FullName;

    public TinyRun()
    {
        Directory.CreateDirectory(this["experiments/datasets"]);
        File.WriteAllText(this["experiments/datasets/dots.yaml"], """
            title: Dots
            licence: drawn
            image: {height: 28, width: 28}
            label_names: [T-shirt/top, Trouser, Pullover, Dress, Coat, Sandal, Shirt, Sneaker, Bag, Ankle boot]
            synthetic: {seed: 1, train_count: 60, test_count: 30}
            """);
        File.WriteAllText(this["experiments/base.yaml"], """
            title: Base
            data_set: dots
            seeds: [1]
            models:
              - name: mlp
                title: A layer
                input: unit
                layers: [flatten, dense: {units: 10, activation: softmax}]
            training: {epochs: 1}
            """);
        File.WriteAllText(this["experiments/tiny.yaml"], "extends: base\ntitle: Tiny\n");
        Report(Options);
    }

    /// <summary>What asks for the report.</summary>
    public PipelineOptions Options => new() { Root = root, Experiment = "tiny", IsQuiet = true };

    /// <summary>A path in the repository.</summary>
    public string this[string name] => Path.Combine(root, name);

    /// <summary>Makes the report, as the build program does.</summary>
    public static void Report(PipelineOptions options)
    {
        using var pipeline = ExperimentPipeline.Open(options);
        foreach (var stage in Enum.GetValues<Stage>())
        {
            pipeline.Run(stage);
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
