using FashionPipeline.Data.Archives;
using FashionPipeline.Data.Csv;
using FashionPipeline.Data.Idx;
using FashionPipeline.Data.Npz;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Data.Formats;

/// <summary>Reads the published files of a data set, whatever their format.</summary>
public static class PublishedSplits
{
    /// <summary>Reads both halves.</summary>
    /// <param name="dataSet">What is expected.</param>
    /// <param name="files">All files of one format.</param>
    /// <exception cref="InputException">A file is not what the data set says.</exception>
    public static DataSplits Read(DataSet dataSet, IReadOnlyDictionary<DataFileRole, FileContent> files)
    {
        if (files.TryGetValue(DataFileRole.Archive, out var archive))
        {
            return ImageArchive.Read(archive, dataSet.Shape, dataSet.LabelNames);
        }

        if (files.TryGetValue(DataFileRole.Npz, out var npz))
        {
            return ImageNpz.Read(npz, dataSet.Shape, dataSet.LabelNames.Count);
        }

        return files.TryGetValue(DataFileRole.TrainCsv, out var train)
            ? new DataSplits(Csv(train), Csv(files[DataFileRole.TestCsv]))
            : IdxReader.ReadSplits(dataSet, files);

        LabelledImages Csv(FileContent file) => ImageCsv.Read(file, dataSet.Shape, dataSet.LabelNames);
    }

    /// <summary>What files tell of the images in them.</summary>
    /// <param name="files">All files of one format.</param>
    /// <exception cref="InputException">They do not tell it.</exception>
    public static DataDescription Describe(IReadOnlyDictionary<DataFileRole, FileContent> files) =>
        files.TryGetValue(DataFileRole.Archive, out var archive) ? ArchiveDescription.Of(archive)
        : files.TryGetValue(DataFileRole.Npz, out var npz) ? ImageNpz.Describe(npz)
        : files.TryGetValue(DataFileRole.TrainCsv, out var train) ? ImageCsv.Describe(train, files[DataFileRole.TestCsv])
        : IdxReader.Describe(files);
}
