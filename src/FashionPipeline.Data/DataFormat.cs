namespace FashionPipeline.Data;

/// <summary>A form in which a data set is published: the files that it consists of.</summary>
public sealed record DataFormat
{
    private DataFormat(params IReadOnlyList<DataFileRole> roles) => Roles = roles;

    /// <summary>Four IDX files, gzipped or plain.</summary>
    public static DataFormat Idx { get; } =
        new(DataFileRole.TrainImages, DataFileRole.TrainLabels, DataFileRole.TestImages, DataFileRole.TestLabels);

    /// <summary>A ZIP archive with PNG and JPEG files in a folder a class.</summary>
    public static DataFormat Archive { get; } = new(DataFileRole.Archive);

    /// <summary>Two CSV files with a row an image.</summary>
    public static DataFormat Csv { get; } = new(DataFileRole.TrainCsv, DataFileRole.TestCsv);

    /// <summary>A file of NumPy arrays.</summary>
    public static DataFormat Npz { get; } = new(DataFileRole.Npz);

    /// <summary>All formats.</summary>
    public static IReadOnlyList<DataFormat> All { get; } = [Idx, Archive, Csv, Npz];

    /// <summary>Its files.</summary>
    public IReadOnlyList<DataFileRole> Roles { get; }
}
