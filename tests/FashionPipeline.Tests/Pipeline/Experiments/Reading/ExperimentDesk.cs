using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

/// <summary>A folder <c>experiments/</c> of its own, with a data set 'garments' of 28 x 28 pixels and three classes.</summary>
public sealed class ExperimentDesk : IDisposable
{
    /// <summary>An experiment without a fault; tests change single lines of it.</summary>
    public const string Valid = """
        title: Small
        data_set: garments
        seeds: [1, 2]
        models:
          - name: mlp
            title: Dense
            input: unit
            layers:
              - dense: {units: 8, activation: relu}
              - dropout: 0.5
              - dense: 3
        training: {epochs: 2, learning_rate: 0.01}
        analysis:
          spectral_embedding: {neighbours: 4}
        """;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("experiments-");

    public ExperimentDesk()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "datasets"));
        Write("datasets/garments", """
            title: Garments
            licence: none
            image: {height: 28, width: 28}
            label_names: [Shirt, Bag, Boot]
            synthetic: {seed: 1, train_count: 10, test_count: 5}
            """);
    }

    public string Folder => Path.Combine(root.FullName, "experiments");

    public void Write(string name, string yaml) => File.WriteAllText(Path.Combine(Folder, name + ".yaml"), yaml);

    public Experiment Load(string name, params string[] settings) => ExperimentLoader.Load(name, settings, Folder);

    /// <summary>Writes and loads the experiment 'e'.</summary>
    public Experiment LoadText(string yaml, params string[] settings)
    {
        Write("e", yaml);
        return Load("e", settings);
    }

    /// <summary>The lines of the message about an experiment at fault, without the first.</summary>
    public string[] Faults(string name, params string[] settings) =>
        [.. Assert.Throws<InputException>(() => Load(name, settings)).Message.Split('\n').Skip(1)];

    /// <summary>The faults of the experiment 'e' with this text.</summary>
    public string[] FaultsOf(string yaml, params string[] settings)
    {
        Write("e", yaml);
        return Faults("e", settings);
    }

    public void Dispose() => root.Delete(recursive: true);
}
