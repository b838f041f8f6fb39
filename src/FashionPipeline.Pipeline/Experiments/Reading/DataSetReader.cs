using System.Text.RegularExpressions;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads a file of <c>experiments/datasets/</c>.</summary>
/// <param name="faults">Takes the faults.</param>
internal sealed partial class DataSetReader(Faults faults)
{
    private const int MaximumClasses = 256; // labels are bytes

    /// <summary>The data set, or null with faults recorded.</summary>
    public DataSet? Read(string name, YamlNode root)
    {
        var before = faults.Count;
        if (YamlSection.Open(root, ExperimentFormat.DataSet, "", faults) is not { } section)
        {
            return null;
        }

        var image = section.Require("image") is { } node ? YamlSection.Open(node, ExperimentFormat.Image, "image", faults) : null;
        var dataSet = new DataSet
        {
            Name = name,
            Title = section.Text("title"),
            Licence = section.Text("licence"),
            Height = image?.RequireCount("height") ?? 1,
            Width = image?.RequireCount("width") ?? 1,
            LabelNames = LabelNames(section),
            Sources = Sources(section),
            Files = Files(section),
            Synthetic = Synthetic(section),
        };
        if (section.Find("files") is null == section.Find("synthetic") is null)
        {
            faults.Add(section.Place, "expected either files (a published data set) or synthetic (a generated one)");
        }

        return faults.Count == before ? dataSet : null;
    }

    private List<string> LabelNames(YamlSection section)
    {
        var node = section.Require("label_names");
        var names = new List<string>();
        foreach (var item in section.Items(node, "label_names"))
        {
            var name = faults.Text(item, "label_names");
            if (name is not null && names.Contains(name))
            {
                faults.Add(item.Place, $"label_names: '{name}' stands here a second time");
            }

            names.Add(name ?? "");
        }

        if (node is YamlList && names.Count is < 2 or > MaximumClasses)
        {
            faults.Add(node.Place, FormattableString.Invariant($"label_names: found {names.Count}; expected 2 to {MaximumClasses}, one for each class"));
        }

        return names;
    }

    private List<Uri> Sources(YamlSection section)
    {
        var sources = new List<Uri>();
        foreach (var item in section.Items(section.Find("sources"), "sources"))
        {
            if (faults.Text(item, "sources") is not { } text)
            {
                continue;
            }

            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && text.EndsWith('/'))
            {
                sources.Add(uri);
            }
            else
            {
                faults.Add(item.Place, $"sources: found '{text}'; expected a URL that starts with http:// or https:// and ends with /, as a file's name is appended");
            }
        }

        return sources;
    }

    private List<DataFile> Files(YamlSection dataSet)
    {
        if (dataSet.Find("files") is not { } node || YamlSection.Open(node, ExperimentFormat.Files, "files", faults) is not { } section)
        {
            return [];
        }

        return [.. Enum.GetValues<DataFileRole>().Select(role => File(section, role)).OfType<DataFile>()];
    }

    private DataFile? File(YamlSection files, DataFileRole role)
    {
        var key = SnakeCase.Of(role);
        if (files.Require(key) is not { } node || YamlSection.Open(node, ExperimentFormat.File, files.Name(key), faults) is not { } section)
        {
            return null;
        }

        var name = section.Text("name");
        if (name.Length > 0 && !FileNamePattern().IsMatch(name))
        {
            faults.Add(section.Find("name")!.Place, $"{section.Name("name")}: found '{name}'; expected a file's name without a folder");
        }

        var sha256 = section.Text("sha256");
        if (sha256.Length > 0 && !Sha256Pattern().IsMatch(sha256))
        {
            faults.Add(section.Find("sha256")!.Place, $"{section.Name("sha256")}: expected 64 lower-case hexadecimal digits, found '{sha256}'");
        }

        var bytes = section.Require("bytes") is { } length ? faults.Integer(length, section.Name("bytes"), 1L, long.MaxValue) : null;
        return new DataFile { Role = role, Name = name, Bytes = bytes ?? 0, Sha256 = sha256 };
    }

    private SyntheticOptions? Synthetic(YamlSection dataSet)
    {
        if (dataSet.Find("synthetic") is not { } node || YamlSection.Open(node, ExperimentFormat.Synthetic, "synthetic", faults) is not { } section)
        {
            return null;
        }

        var defaults = new SyntheticOptions();
        return new SyntheticOptions
        {
            Seed = section.Integer("seed", defaults.Seed, ulong.MinValue, ulong.MaxValue),
            TrainCount = section.Integer("train_count", defaults.TrainCount, 1, int.MaxValue),
            TestCount = section.Integer("test_count", defaults.TestCount, 1, int.MaxValue),
        };
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex FileNamePattern();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256Pattern();
}
