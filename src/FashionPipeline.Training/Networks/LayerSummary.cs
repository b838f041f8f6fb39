namespace FashionPipeline.Training.Networks;

/// <summary>A row of the layer table, as Keras's <c>summary()</c> shows it.</summary>
public sealed record LayerSummary
{
    /// <summary>Name of the layer and of its parameters, counted per kind as in Keras: <c>dense</c>, <c>dense_1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Kind in Keras's words: <c>Dense</c>, <c>Conv2D</c>, <c>MaxPooling2D</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Shape of the output without the batch: [26, 26, 32].</summary>
    public required IReadOnlyList<int> OutputShape { get; init; }

    /// <summary>Parameters, as Keras counts them.</summary>
    public required long Parameters { get; init; }

    /// <summary>How many of these no optimiser moves: running means and variances.</summary>
    public long NonTrainable { get; init; }

    /// <summary>The layers within it, whose parameters are among its own, by names such as <c>residual.conv2d</c>.</summary>
    public IReadOnlyList<LayerSummary> Inner { get; init; } = [];

    /// <summary>Its own row, and those of all layers within it.</summary>
    public IEnumerable<LayerSummary> All => Inner.SelectMany(row => row.All).Prepend(this);
}
