using System.Text;
using System.Text.RegularExpressions;
using FashionPipeline.Data;
using FashionPipeline.Data.Formats;
using FashionPipeline.Download;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.DataSets;

/// <summary>Looks at images of the user's own, and writes the file that makes a data set of them.</summary>
public static partial class DataSetAddition
{
    private const string Extension = ".yaml";

    /// <summary>Finds the images, reads all of them once, and writes the file, which nothing that is there gives way to.</summary>
    /// <param name="options">Where the repository and the store are.</param>
    /// <param name="name">What the data set is to be called.</param>
    /// <param name="from">
    /// Full path of a folder, of an archive or of a file of NumPy arrays, or URL of one of these: <see cref="LocalFiles"/>,
    /// <see cref="PublishedUrl"/>.
    /// </param>
    /// <exception cref="InputException">Nothing is there that is known, something is wrong with it, or the name is taken.</exception>
    public static AddedDataSet Add(PipelineOptions options, string name, string from)
    {
        if (!NamePattern().IsMatch(name))
        {
            throw new InputException($"'{name}' cannot be a data set's name: expected lower-case letters, digits and hyphens, a letter or "
                + "digit first, such as mine.");
        }

        try
        {
            return Describe(options, name, from);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The data set '{name}' cannot be added: {fault.Message}", fault);
        }
    }

    private static AddedDataSet Describe(PipelineOptions options, string name, string from)
    {
        var isUrl = !Path.IsPathRooted(from);
        var kept = new PublishedFiles(new StoreLayout(options.Cache), name).Folder;
        var found = isUrl
            ? PublishedUrl.Find(from, new Downloader(new DownloadOptions { Folder = kept }))
            : LocalFiles.Find(from, name);
        var description = PublishedSplits.Describe(found.Files);
        var folder = Path.Combine(options.Root, "experiments", "datasets");
        var file = Path.Combine(folder, name + Extension);
        var source = isUrl ? found.Source : SourceAsSeenFrom(folder, options.Root, found.Source);
        var text = DataSetFile.Text(name, description, source, found.Files);
        var dataSet = DataSetReader.Read(name, text, file);
        var splits = PublishedSplits.Read(dataSet, found.Files);
        Write(file, text);
        if (isUrl)
        {
            Keep(found.Files.Values, kept);
        }

        return new AddedDataSet(dataSet, file, [.. Lines(found, description, splits)], ExampleExperiment.Of(dataSet));
    }

    // A folder of the repository moves with it; another one stays where it is.
    private static string SourceAsSeenFrom(string folder, string root, string source)
    {
        var isInside = !Path.GetRelativePath(root, source).StartsWith("..", StringComparison.Ordinal)
            && !Path.IsPathRooted(Path.GetRelativePath(root, source));
        return (isInside ? Path.GetRelativePath(folder, source) : source).Replace('\\', '/').TrimEnd('/') + "/";
    }

    private static void Write(string file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (File.Exists(file) && !File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes))
        {
            throw new InputException($"{file} is there already, and says something else: of other images, or with another title.\n"
                + "Take another name; or, to take in what is new, remove it, add the images again, and write title and licence once more.");
        }

        AtomicFile.Write(file, bytes);
    }

    // What was fetched to look at it need not be fetched again to train on it.
    private static void Keep(IEnumerable<FileContent> files, string folder)
    {
        foreach (var file in files)
        {
            AtomicFile.Write(Path.Combine(folder, file.Name), file.Bytes);
        }
    }

    private static IEnumerable<string> Lines(FoundFiles found, DataDescription description, DataSplits splits)
    {
        yield return $"found    {found.Description} in {found.Source}";
        yield return $"images   {splits.Train.Count} to train on, {splits.Test.Count} to test on, each of {description.Shape.Description}";
        var counts = splits.Train.Labels.Concat(splits.Test.Labels).CountBy(label => label).ToDictionary();
        yield return $"classes  {description.LabelNames.Count}: " + string.Join(
            ", ", description.LabelNames.Select((name, label) => $"{name} ({counts.GetValueOrDefault((byte)label)})"));
        if (description.IsSplitByDigest)
        {
            yield return "split    by the files' SHA-256: a sixth of each class is to test on, as there are no folders train and test";
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
