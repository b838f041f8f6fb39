using System.Globalization;
using System.Text.RegularExpressions;
using FashionPipeline.Data;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>attribution</c>: whose a data set or an experiment is.</summary>
internal static partial class AttributionReader
{
    /// <summary>What is stated; nothing, or with faults recorded, where nothing is.</summary>
    /// <param name="parent">The data set or the experiment.</param>
    public static Attribution Read(YamlSection parent) =>
        parent.Find("attribution")?.Section(ExperimentFormat.Attribution) is not { } section ? Attribution.None : new Attribution
        {
            Authors = [.. section.Find("authors")?.Items().Select(author => author.Text()).OfType<string>() ?? []],
            Publisher = section.Find("publisher")?.Text(),
            Licence = Matching(section.Find("licence"), PagePattern(), ExperimentFormat.PageWords),
            Date = Day(section.Find("date")),
            Version = section.Find("version")?.Text(),
            Url = Matching(section.Find("url"), PagePattern(), ExperimentFormat.PageWords),
            Citation = section.Find("citation")?.Text(),
        };

    private static string? Matching(YamlValue? value, Regex pattern, string expected)
    {
        var text = value?.Text();
        if (text is not null && !pattern.IsMatch(value!.Written))
        {
            value.Fault($"found '{text}'; expected {expected}");
        }

        return text;
    }

    private static string? Day(YamlValue? value)
    {
        var text = Matching(value, DayPattern(), ExperimentFormat.DayWords);
        if (text is not null && DayPattern().IsMatch(text)
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            value!.Fault($"found '{text}'; there is no such day");
        }

        return text;
    }

    [GeneratedRegex(ExperimentFormat.Page + @"(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex PagePattern();

    [GeneratedRegex(ExperimentFormat.Day + @"(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();
}
