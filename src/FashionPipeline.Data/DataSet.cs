namespace FashionPipeline.Data;

/// <summary>A data set as <c>experiments/datasets/*.yaml</c> describes it: either published files or a generator.</summary>
public sealed record DataSet
{
    /// <summary>Short name, as an experiment refers to it: <c>fashion-mnist</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name for readers: <c>Fashion-MNIST</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Licence, and the publisher where <see cref="Attribution"/> names none.</summary>
    public required string Licence { get; init; }

    /// <summary>Whose it is, and how it is cited.</summary>
    public Attribution Attribution { get; init; } = Attribution.None;

    /// <summary>Rows of an image.</summary>
    public required int Height { get; init; }

    /// <summary>Columns of an image.</summary>
    public required int Width { get; init; }

    /// <summary>Values of a pixel: 1 (grey) or 3 (red, green, blue).</summary>
    public int Channels { get; init; } = 1;

    /// <summary>The size of an image.</summary>
    public ImageShape Shape => new(Height, Width, Channels);

    /// <summary>Name of each class; the index is the label.</summary>
    public required IReadOnlyList<string> LabelNames { get; init; }

    /// <summary>The published files, all those of one <see cref="DataFormat"/>; empty for a generated data set.</summary>
    public IReadOnlyList<DataFile> Files { get; init; } = [];

    /// <summary>Full paths of folders and base URLs in the order in which they are tried; a file's name is appended to each.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Those of the sources that are URLs, and so the same everywhere, as a folder is not.</summary>
    public IEnumerable<string> Addresses => Sources.Where(source => source.Contains("://", StringComparison.Ordinal));

    /// <summary>The generator's settings; null for a published data set.</summary>
    public SyntheticOptions? Synthetic { get; init; }

    /// <summary>True where the images were drawn by a program; every report says so.</summary>
    public bool IsSynthetic => Synthetic is not null;
}
