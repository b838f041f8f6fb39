using FashionPipeline.Data;
using FashionPipeline.Data.Idx;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Benchmarks;

/// <summary>The published data, read from its own files.</summary>
internal static class RealData
{
    /// <summary>Both halves of the data set.</summary>
    /// <param name="dataSet">The data set.</param>
    /// <param name="mirror">Folder with its four .gz files.</param>
    /// <exception cref="InputException">No folder was named, or it is not there.</exception>
    public static DataSplits Read(DataSet dataSet, string? mirror)
    {
        var folder = RequireFolder(mirror);
        return IdxReader.ReadSplits(dataSet, dataSet.Files.ToDictionary(
            file => file.Role, file => new FileContent(file.Name, File.ReadAllBytes(Path.Combine(folder, file.Name)))));
    }

    /// <summary>The folder, if there is one.</summary>
    /// <exception cref="InputException">No folder was named, or it is not there.</exception>
    public static string RequireFolder(string? mirror) => mirror is not null && Directory.Exists(mirror)
        ? mirror
        : throw new InputException(
            "This part runs on the real Fashion-MNIST: name the folder with its four .gz files.\n"
            + "Type: ./build.sh --target Benchmark --mirror FOLDER");
}
