using System.Text;
using System.Text.Json;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Evaluation;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Pipeline.Reproductions;

/// <summary>Finds the first place where two artifacts differ, in the terms of what they hold.</summary>
public static class ArtifactDifference
{
    private const int LongestLine = 80;
    private const int Before = 20;

    /// <summary>The first difference: <c>first at tensor dense_1/kernel, element 4711, 0.0123 -> 0.0124</c>.</summary>
    /// <param name="name">Name of the artifact, which tells its form.</param>
    /// <param name="expected">Bytes of the one.</param>
    /// <param name="found">Bytes of the other, which are not the same.</param>
    public static string Of(string name, byte[] expected, byte[] found)
    {
        try
        {
            return "first at " + (Path.GetExtension(name) switch
            {
                ".safetensors" => Tensors(SafeTensors.Read(expected, name), SafeTensors.Read(found, name)),
                ".json" => Json(name, JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(found).RootElement, "$"),
                ".parquet" when name.StartsWith("predictions", StringComparison.Ordinal) =>
                    Predictions(PredictionParquet.Read(expected, name), PredictionParquet.Read(found, name)),
                ".parquet" => Images(ImageParquet.Read(expected).Pixels, ImageParquet.Read(found).Pixels),
                ".md" or ".csv" or ".tex" or ".svg" or ".html" => Lines(expected, found),
                _ => null,
            } ?? Bytes(expected, found));
        }
        catch (Exception fault) when (fault is InputException or JsonException)
        {
            return "first at " + Bytes(expected, found);
        }
    }

    private static string? Tensors(SafeTensorsFile expected, SafeTensorsFile found)
    {
        foreach (var tensor in expected.Tensors)
        {
            var other = found.Tensors.FirstOrDefault(other => other.Name == tensor.Name);
            if (other is null || !other.Shape.SequenceEqual(tensor.Shape))
            {
                return $"tensor {tensor.Name}, which is missing or of another shape";
            }

            if (First(tensor.Values, other.Values) is { } element)
            {
                return FormattableString.Invariant(
                    $"tensor {tensor.Name}, element {element}, {tensor.Values[element]:R} -> {other.Values[element]:R}");
            }
        }

        return null;
    }

    private static string? Predictions(Predictions expected, Predictions found) =>
        expected.Classes == found.Classes && First(expected.Probabilities, found.Probabilities) is { } place
            ? FormattableString.Invariant($"image {place / expected.Classes}, class {place % expected.Classes}, ")
                + FormattableString.Invariant($"{expected.Probabilities[place]:R} -> {found.Probabilities[place]:R}")
            : null;

    private static string? Images(byte[] expected, byte[] found) => First(expected, found) is { } place
        ? FormattableString.Invariant($"pixel {place} of all images, {expected[place]} -> {found[place]}")
        : null;

    // A history is a list of epochs, counted from 1.
    private static string? Json(string name, JsonElement expected, JsonElement found, string path)
    {
        if (expected.ValueKind != found.ValueKind)
        {
            return $"{path}, {Shown(expected.GetRawText())} -> {Shown(found.GetRawText())}";
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                var (before, now) = (expected.EnumerateObject().ToDictionary(value => value.Name, value => value.Value),
                    found.EnumerateObject().ToDictionary(value => value.Name, value => value.Value));
                return before.Keys.Union(now.Keys).Select(key => !before.ContainsKey(key) || !now.ContainsKey(key)
                    ? $"{path}.{key}, which one of the two has not"
                    : Json(name, before[key], now[key], $"{path}.{key}")).FirstOrDefault(difference => difference is not null);
            case JsonValueKind.Array:
                return expected.EnumerateArray().Zip(found.EnumerateArray()).Select((pair, i) => Json(name, pair.First, pair.Second,
                    path == "$" && name == "history.json"
                        ? FormattableString.Invariant($"epoch {i + 1}") : FormattableString.Invariant($"{path}[{i}]")))
                    .FirstOrDefault(difference => difference is not null)
                    ?? (expected.GetArrayLength() == found.GetArrayLength() ? null : FormattableString.Invariant(
                        $"the length of {path}, {expected.GetArrayLength()} -> {found.GetArrayLength()}"));
            default:
                return expected.GetRawText() == found.GetRawText()
                    ? null : $"{path}, {Shown(expected.GetRawText())} -> {Shown(found.GetRawText())}";
        }
    }

    private static string? Lines(byte[] expected, byte[] found)
    {
        var (before, now) = (Encoding.UTF8.GetString(expected).Split('\n'), Encoding.UTF8.GetString(found).Split('\n'));
        return First(before, now) is { } line
            ? FormattableString.Invariant($"line {line + 1}, ")
                + $"{Differing(before[line], now[line])} -> {Differing(now[line], before[line])}"
            : null;
    }

    // A long line from a little before the place where it differs.
    private static string Differing(string line, string other)
    {
        var place = line.AsSpan().CommonPrefixLength(other);
        return line.Length <= LongestLine ? line.Trim() : Shown("..." + line[Math.Max(0, place - Before)..]);
    }

    private static string Bytes(byte[] expected, byte[] found) => First(expected, found) is { } place
        ? FormattableString.Invariant($"byte {place}, {expected[place]} -> {found[place]}")
        : FormattableString.Invariant($"the length, {expected.Length} -> {found.Length} bytes");

    // Floats by their bits would tell 0 from -0; a file of them differs in bytes there, and says so.
    private static int? First<T>(IReadOnlyList<T> expected, IReadOnlyList<T> found)
    {
        for (var i = 0; i < Math.Min(expected.Count, found.Count); i++)
        {
            if (!EqualityComparer<T>.Default.Equals(expected[i], found[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static string Shown(string text)
    {
        var line = text.Trim().ReplaceLineEndings(" ");
        return line.Length <= LongestLine ? line : string.Concat(line.AsSpan(0, LongestLine), "...");
    }
}
