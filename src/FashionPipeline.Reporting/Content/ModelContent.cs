using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Reporting.Content;

/// <summary>A model in the report.</summary>
public sealed record ModelContent
{
    /// <summary>Short name: <c>mlp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Title for readers: <c>Model 1: ReLU activations</c>.</summary>
    public required string Title { get; init; }

    /// <summary>How its pixels are scaled, in words: <c>pixels / 255</c>, <c>raw pixels, 0 to 255</c>.</summary>
    public required string InputScaling { get; init; }

    /// <summary>How it was trained, in sentences: optimiser, loss, batches, epochs, first weights.</summary>
    public required string Training { get; init; }

    /// <summary>Whether training goes back to the epoch with the lowest validation loss, which is the last one here.</summary>
    public bool EndsAtBest { get; init; }

    /// <summary>The layer table, input first; behind a layer that has others within it stand these.</summary>
    public required IReadOnlyList<LayerRow> Layers { get; init; }

    /// <summary>What is said of it. Figures and tables of predictions are of the first run.</summary>
    public required ModelFindings Findings { get; init; }

    /// <summary>Number of the model in the report, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How it comes of another model, or of a sweep; null where it stands for itself.</summary>
    public ModelVariation? Variation { get; init; }

    /// <summary>One run a seed, in the experiment's order.</summary>
    public IReadOnlyList<RunFindings> Runs => Findings.Runs;

    /// <summary>The run whose predictions are shown.</summary>
    public RunFindings FirstRun => Findings.FirstRun;

    /// <summary>Parameters of all layers, as Keras counts them.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>How many of these training computes and no optimiser moves.</summary>
    public long NonTrainable => Layers.Sum(layer => layer.NonTrainable);
}

/// <summary>A row of the layer table.</summary>
/// <param name="Name">Layer and parameter name: <c>dense_1</c>.</param>
/// <param name="Kind">Kind in Keras's words: <c>Dense</c>.</param>
/// <param name="OutputShape">Shape with the batch: <c>(None, 512)</c>.</param>
/// <param name="Parameters">Parameters, as Keras counts them; those of layers within it stand with these.</param>
public sealed record LayerRow(string Name, string Kind, string OutputShape, long Parameters)
{
    /// <summary>How many of these no optimiser moves: running means and variances.</summary>
    public long NonTrainable { get; init; }

    /// <summary>Its settings; may be empty.</summary>
    public IReadOnlyList<SettingWords> Settings { get; init; } = [];

    /// <summary>The settings in words: <c>512 units, ReLU, Glorot uniform</c>; may be empty.</summary>
    public string Words => string.Join(", ", Settings.Select(setting => setting.Words));

    /// <summary>How many layers it lies within; 0 for one of the network itself.</summary>
    public int Depth { get; init; }
}

/// <summary>A setting of a layer.</summary>
/// <param name="Name">As experiment files name it: <c>activation</c>.</param>
/// <param name="Value">Its value: <c>relu</c>, <c>3 × 3</c>.</param>
/// <param name="Words">As readers know it: <c>ReLU</c>.</param>
public sealed record SettingWords(string Name, string Value, string Words);
