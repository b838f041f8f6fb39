using System.Text.RegularExpressions;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads a file of <c>experiments/datasets/</c>.</summary>
internal static partial class DataSetReader
{
    // A line feed at the end, which $ lets through.
    private const string NoMore = @"(?!\n)";

    /// <summary>The data set that a text describes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="file">Full path of the file that the text is meant for.</param>
    /// <exception cref="InputException">The text has faults.</exception>
    public static DataSet Read(string name, string text, string file)
    {
        var faults = new Faults();
        var dataSet = YamlTree.Read(text, Path.GetFileName(file), faults) is { } root
            ? Read(name, Path.GetDirectoryName(file)!, root, faults) : null;
        faults.ThrowIfAny($"Data set '{name}', as it was found,");
        return dataSet!;
    }

    /// <summary>The data set, or null with faults recorded.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="folder">The folder of its file, from which the paths in it start.</param>
    /// <param name="root">The file's content.</param>
    /// <param name="faults">Takes the faults.</param>
    public static DataSet? Read(string name, string folder, YamlNode root, Faults faults)
    {
        var before = faults.Count;
        if (new YamlValue(root, "", faults).Section(ExperimentFormat.DataSet) is not { } section)
        {
            return null;
        }

        var image = section.Require("image")?.Section(ExperimentFormat.Image);
        var dataSet = new DataSet
        {
            Name = name,
            Title = section.Text("title"),
            Licence = section.Text("licence"),
            Attribution = AttributionReader.Read(section),
            Height = image?.Require("height")?.Integer<int>(DataSetBounds.Side) ?? 1,
            Width = image?.Require("width")?.Integer<int>(DataSetBounds.Side) ?? 1,
            Channels = Channels(image?.Find("channels")),
            LabelNames = LabelNames(section.Require("label_names")),
            Sources = [.. section.Find("sources")?.Items().Select(value => Source(value, folder)).OfType<string>() ?? []],
            Files = section.Find("files")?.Section(ExperimentFormat.Files) is { } files ? Files(files, faults) : [],
            Synthetic = Synthetic(section.Find("synthetic")),
        };
        if (section.Find("files") is null == section.Find("synthetic") is null)
        {
            faults.Add(section.Place, "expected either files (a published data set) or synthetic (a generated one)");
        }

        foreach (var file in dataSet.Files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).Where(files => files.Count() > 1))
        {
            faults.Add(section.Place,
                $"'{file.Key}' is named for {string.Join(" and ", file.Select(one => SnakeCase.Of(one.Role)))}; expected a file for each");
        }

        if (dataSet is { Files: [{ Role: DataFileRole.TrainImages }, ..], Shape.IsColour: true })
        {
            image!.Find("channels")!.Fault("IDX files hold grey images; leave channels out, or name the files of another format");
        }

        if (dataSet is { IsSynthetic: true, Shape.IsColour: true })
        {
            image!.Find("channels")!.Fault("the generator draws grey images; leave channels out");
        }

        if (dataSet.Synthetic is { } drawn
            && (long)Math.Max(drawn.TrainCount, drawn.TestCount) * dataSet.Shape.Values > Array.MaxLength)
        {
            faults.Add(section.Place,
                $"the images have more than {Array.MaxLength} pixels together, the most that fit; draw fewer or smaller ones");
        }

        return faults.Count == before ? dataSet : null;
    }

    private static List<string> LabelNames(YamlValue? value)
    {
        var names = new List<string>();
        var items = value?.Items() ?? [];
        if (value is { Node: YamlList } && (items.Count < DataSetBounds.Classes.Minimum || items.Count > DataSetBounds.Classes.Maximum))
        {
            value.Fault(FormattableString.Invariant(
                $"found {items.Count}; expected {DataSetBounds.Classes.Minimum} to {DataSetBounds.Classes.Maximum}, one for each class"));
            return names;
        }

        foreach (var item in items)
        {
            var name = item.Text();
            if (name is not null && names.Contains(name))
            {
                item.Fault($"'{name}' stands here a second time");
            }

            names.Add(name ?? "");
        }

        return names;
    }

    private static int Channels(YamlValue? value)
    {
        if (value?.Integer(1, ImageShape.Colours) is not { } channels)
        {
            return 1;
        }

        if (channels == 2)
        {
            value.Fault("found 2; expected 1 (grey) or 3 (red, green, blue)");
        }

        return channels;
    }

    private static string? Source(YamlValue value, string folder)
    {
        if (value.Text() is not { } text)
        {
            return null;
        }

        if (!text.Contains("://", StringComparison.Ordinal) && !text.Contains('\0', StringComparison.Ordinal))
        {
            return Path.GetFullPath(text, folder);
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && text.EndsWith('/'))
        {
            return uri.AbsoluteUri;
        }

        value.Fault($"found '{text}'; expected a URL that starts with http:// or https:// and ends with /, as a file's name is appended, "
            + "or a folder, whose path starts from this file's folder");
        return null;
    }

    private static IReadOnlyList<DataFile> Files(YamlSection section, Faults faults)
    {
        var found = DataFormat.All.Where(format => format.Roles.Any(role => section.Find(SnakeCase.Of(role)) is not null)).ToList();
        if (found is [var format])
        {
            return [.. format.Roles.Select(role => File(section, role)).OfType<DataFile>()];
        }

        faults.Add(section.Place, $"files: found those of {(found.Count == 0 ? "no format" : $"{found.Count} formats")}; expected one of: "
            + string.Join("; ", DataFormat.All.Select(format => string.Join(", ", format.Roles.Select(SnakeCase.Of)))));
        return [];
    }

    private static DataFile? File(YamlSection files, DataFileRole role)
    {
        if (files.Require(SnakeCase.Of(role))?.Section(ExperimentFormat.File) is not { } section)
        {
            return null;
        }

        var name = section.Text("name");
        if (name.Length > 0 && !FileNamePattern().IsMatch(section.Find("name")!.Written))
        {
            section.Find("name")!.Fault($"found '{name}'; expected a file's name without a folder, of letters, digits and ._-");
        }

        var sha256 = section.Text("sha256");
        if (sha256.Length > 0 && !Sha256Pattern().IsMatch(section.Find("sha256")!.Written))
        {
            section.Find("sha256")!.Fault($"expected 64 lower-case hexadecimal digits, found '{sha256}'");
        }

        var bytes = section.Require("bytes")?.Integer<long>(DataSetBounds.FileBytes) ?? 0;
        return new DataFile { Role = role, Name = name, Bytes = bytes, Sha256 = sha256 };
    }

    private static SyntheticOptions? Synthetic(YamlValue? value)
    {
        var defaults = new SyntheticOptions();
        return value?.Section(ExperimentFormat.Synthetic) is not { } section ? null : new SyntheticOptions
        {
            Seed = section.Integer<ulong>("seed") ?? defaults.Seed,
            TrainCount = section.Integer<int>("train_count") ?? defaults.TrainCount,
            TestCount = section.Integer<int>("test_count") ?? defaults.TestCount,
        };
    }

    [GeneratedRegex(ExperimentFormat.FileName + NoMore, RegexOptions.CultureInvariant)]
    private static partial Regex FileNamePattern();

    [GeneratedRegex(ExperimentFormat.Sha256 + NoMore, RegexOptions.CultureInvariant)]
    private static partial Regex Sha256Pattern();
}
