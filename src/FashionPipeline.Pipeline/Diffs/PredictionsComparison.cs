using FashionPipeline.Data;
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

    private readonly Dictionary<(string Before, string Now), PredictionFlips?> known = [];
    private LabelledImages? images;

    /// <summary>
    /// The runs that both reports have and that put an image into another class; before them the first runs of the selected models, where
    /// these are two.
    /// </summary>
    /// <param name="before">Model and seed of the run that was selected: <c>cnn/12345</c>.</param>
    /// <param name="now">Those of the one that is.</param>
    public IReadOnlyList<PredictionChange> Changes(string before, string now)
    {
        var same = artifacts.Runs("evaluate").Select(run => $"{run.Model}/{run.Seed}").Select(run => (Before: run, Now: run));
        var pairs = before.Split('/')[0] == now.Split('/')[0] ? same : same.Prepend((Before: before, Now: now));
        return [.. pairs.Select(pair => Change(pair.Before, pair.Now)).OfType<PredictionChange>()];
    }

    /// <summary>
    /// McNemar's probability that two runs, one of each report, are equally good; null where it cannot be told, or they are equal.
    /// </summary>
    /// <param name="before">Model and seed of the one: <c>cnn/12345</c>.</param>
    /// <param name="now">Model and seed of the other.</param>
    public double? PValue(string before, string now) => Flips(before, now)?.Test.PValue;

    private PredictionChange? Change(string before, string now)
    {
        if (Flips(before, now) is not { Images.Count: > 0 } flips)
        {
            return null;
        }

        var (old, run) = (before.Split('/'), now.Split('/'));
        var names = old.Zip(run, DiffWording.Pair).ToArray();
        return Change(names[0], names[1], $"flips-{string.Join('-', before == now ? run : [.. old, .. run])}", flips);
    }

    // The selected models' runs are asked for twice.
    private PredictionFlips? Flips(string before, string now)
    {
        if (!known.TryGetValue((before, now), out var flips))
        {
            flips = artifacts.Compare($"evaluate/{before}", $"evaluate/{now}", FileName, (old, value) =>
                Flips(PredictionParquet.Read(old, FileName), PredictionParquet.Read(value, FileName), now));
            known.Add((before, now), flips);
        }

        return flips;
    }

    private PredictionFlips? Flips(Predictions before, Predictions now, string run)
    {
        if (before.Labels.AsSpan().SequenceEqual(now.Labels) && Math.Max(before.Classes, now.Classes) <= classes.Count)
        {
            return PredictionFlips.Of(before, now);
        }

        artifacts.Note($"{run}: the predictions are of other images, and are not compared.");
        return null;
    }

    private PredictionChange Change(string model, string seed, string picture, PredictionFlips flips)
    {
        var test = flips.Test;
        IReadOnlyList<FlippedImage> surest = [.. flips.Images.Take(FlippedImagesPicture.Places).Select(flip => new FlippedImage(
            flip.Image, classes[flip.Truth], classes[flip.Before], classes[flip.Now], flip.Probability))];
        return new(model, seed, test.Images, test.OnlySecond, test.OnlyFirst,
            flips.Images.Count - test.Discordant, test.PValue, Pairs(flips), surest, Picture(picture, surest));
    }

    private IReadOnlyList<FlippedPair> Pairs(PredictionFlips flips) =>
    [
        .. flips.Images.CountBy(flip => (flip.Truth, flip.Before, flip.Now))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostPairs)
            .Select(pair => new FlippedPair(classes[pair.Key.Truth], classes[pair.Key.Before], classes[pair.Key.Now], pair.Value)),
    ];

    private string? Picture(string name, IReadOnlyList<FlippedImage> surest) =>
        artifacts.To.DigestOf(NodeNames.Preprocess, ImagesName) == artifacts.From.DigestOf(NodeNames.Preprocess, ImagesName)
            && (images ??= Images()) is { } shown ? artifacts.Keep(name, FlippedImagesPicture.Draw(surest, shown)) : null;

    private LabelledImages? Images() =>
        artifacts.To.Artifact(NodeNames.Preprocess, ImagesName) is { } file ? ImageParquet.Read(file) : null;
}
