namespace FashionPipeline.Data;

/// <summary>What a published file of a data set holds.</summary>
public enum DataFileRole
{
    /// <summary>Images to train on.</summary>
    TrainImages,

    /// <summary>Labels to train on.</summary>
    TrainLabels,

    /// <summary>Images to test on.</summary>
    TestImages,

    /// <summary>Labels to test on.</summary>
    TestLabels,

    /// <summary>All images as PNG and JPEG files, in a folder a class.</summary>
    Archive,

    /// <summary>Images to train on, a row each behind its label.</summary>
    TrainCsv,

    /// <summary>Images to test on, a row each behind its label.</summary>
    TestCsv,

    /// <summary>All images and labels as arrays.</summary>
    Npz,
}

/// <summary>One published file of a data set: its name, and how to know that it is the right one.</summary>
public sealed record DataFile
{
    /// <summary>What the file holds.</summary>
    public required DataFileRole Role { get; init; }

    /// <summary>The file's name, the same in the cache, in a mirror and behind a URL.</summary>
    public required string Name { get; init; }

    /// <summary>The file's length in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
