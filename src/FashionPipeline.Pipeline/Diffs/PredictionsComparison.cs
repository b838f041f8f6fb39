using FashionPipeline.Data.Parquet;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Comparison;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>Compares what runs said of the test images.</summary>
/// <param name="artifacts">The artifacts of both reports.</param>
/// <param name="classes">Names of the classes by label.</param>
internal sealed class PredictionsComparison(ArtifactPairs artifacts, IReadOnlyList<string> classes)
{
    private const string FileName = "predictions.parquet";
    private const string ImagesName = "test.parquet";
    private const int MostPairs = 20;

    /// <summary>The runs that both reports have and that put an image into another class.</summary>
    public IReadOnlyList<PredictionChange> Changes() => [.. artifacts.Runs("evaluate").Select(Change).OfType<PredictionChange>()];

    /// <summary>
    /// McNemar's probability that two runs, one of each report, are equally good; null where it cannot be told, or they are equal.
    /// </summary>
    /// <param name="before">Model and seed of the one: <c>cnn/12345</c>.</param>
    /// <param name="now">Model and seed of the other.</param>
    public double? PValue(string before, string now)
    {
        var (old, value) = ($"evaluate/{before}", $"evaluate/{now}");
        return artifacts.From.DigestOf(old, FileName) == artifacts.To.DigestOf(value, FileName)
            || artifacts.From.Artifact(old, FileName) is not { } first || artifacts.To.Artifact(value, FileName) is not { } second
            || Read(first) is not { } earlier || Read(second) is not { } later || !earlier.Labels.AsSpan().SequenceEqual(later.Labels)
                ? null : PredictionFlips.Of(earlier, later).Test.PValue;
    }

    private PredictionChange? Change((string Model, string Seed) run) =>
        artifacts.Compare(NodeNames.Evaluate(run.Model, run.Seed), FileName, (before, now) =>
        {
            var (old, value) = (Read(before), Read(now));
            if (!old.Labels.AsSpan().SequenceEqual(value.Labels) || value.Classes > classes.Count)
            {
                artifacts.Note($"{run.Model}/{run.Seed}: the predictions are of other images, and are not compared.");
                return null;
            }

            var flips = PredictionFlips.Of(old, value);
            return flips.Images.Count == 0 ? null : Change(run.Model, run.Seed, flips);
        });

    private PredictionChange Change(string model, string seed, PredictionFlips flips)
    {
        var test = flips.Test;
        IReadOnlyList<FlippedImage> surest = [.. flips.Images.Take(FlippedImagesPicture.Places).Select(flip => new FlippedImage(
            flip.Image, classes[flip.Truth], classes[flip.Before], classes[flip.Now], flip.Probability))];
        return new(model, seed, test.BothCorrect + test.Discordant + test.NeitherCorrect, test.OnlySecond, test.OnlyFirst,
            flips.Images.Count - test.Discordant, test.PValue, Pairs(flips), surest, Picture($"flips-{model}-{seed}", surest));
    }

    private IReadOnlyList<FlippedPair> Pairs(PredictionFlips flips) =>
    [
        .. flips.Images.CountBy(flip => (flip.Truth, flip.Before, flip.Now))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostPairs)
            .Select(pair => new FlippedPair(classes[pair.Key.Truth], classes[pair.Key.Before], classes[pair.Key.Now], pair.Value)),
    ];

    private string? Picture(string name, IReadOnlyList<FlippedImage> surest) =>
        artifacts.To.DigestOf(NodeNames.Preprocess, ImagesName) == artifacts.From.DigestOf(NodeNames.Preprocess, ImagesName)
            && artifacts.To.Artifact(NodeNames.Preprocess, ImagesName) is { } images
            ? artifacts.Keep(name, FlippedImagesPicture.Draw(surest, ImageParquet.Read(images))) : null;

    private static Predictions Read(byte[] file) => PredictionParquet.Read(file, FileName);
}
