using FashionPipeline.Data;
using FashionPipeline.Reporting.Tables;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.OwnImages;

/// <summary>What a trained model takes images of the user's own for.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Seed">The seed that it was trained with.</param>
/// <param name="LabelNames">Name of each class; the index is the label.</param>
/// <param name="Images">The images: those that were named, in their order, then those that were found.</param>
/// <param name="OtherFiles">How many files lay among these that are no images.</param>
public sealed record ImagePredictions(
    string Model, ulong Seed, IReadOnlyList<string> LabelNames, IReadOnlyList<ImagePrediction> Images, int OtherFiles)
{
    private const int Percent = 100;

    // Of those that were found; all of them are in the table.
    private const int MostListed = 20;

    // Images that are handed to the network at once: it needs their pixels in a row.
    private const int BatchSize = 1024;

    /// <summary>Lets a model classify images.</summary>
    /// <param name="network">The model.</param>
    /// <param name="options">How it was trained.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="set">The images, at least one.</param>
    /// <param name="labelNames">Names of the classes.</param>
    internal static ImagePredictions Of(
        Network network, TrainingOptions options, byte[] weights, OwnImageSet set, IReadOnlyList<string> labelNames) =>
        new(network.Name, options.Seed, labelNames,
            [.. set.Images.Chunk(BatchSize).SelectMany(batch => Classify(network, options, weights, batch, labelNames))], set.OtherFiles);

    /// <summary>The predictions for a reader: all classes of images that were named, the first ones of those that were found.</summary>
    public IReadOnlyList<string> ToLines()
    {
        var found = Images.Where(image => image.Image.IsOneOfMany).ToList();
        return
        [
            FormattableString.Invariant($"model {Model}, trained with the seed {Seed}"),
            .. Images.Where(image => !image.Image.IsOneOfMany).SelectMany(image => image.Classes
                .Select(Line)
                .Prepend($"{image.Image}{Change(image)}")
                .Prepend("")),
            .. found.Count == 0 ? [] : Found(found),
        ];
    }

    /// <summary>A table as a CSV file: of each image its file and place, the most probable class, and the probability of each.</summary>
    public byte[] ToCsv() => new CsvTable(
        "predictions",
        ["file", "index", "class", "probability", .. LabelNames],
        Images.Select(image => (IReadOnlyList<object?>)
        [
            image.Image.File, image.Image.Index, image.Classes[0].Name, image.Probabilities.Max(),
            .. image.Probabilities.Select(probability => (object?)probability),
        ])).ToBytes();

    private IEnumerable<string> Found(List<ImagePrediction> found)
    {
        var width = LabelNames.Max(name => name.Length);
        yield return "";
        foreach (var image in found.Take(MostListed))
        {
            yield return $"{Line(image.Classes[0]).PadRight(Line(new("", 0)).Length + width)}  {image.Image}";
        }

        if (found.Count > MostListed)
        {
            yield return FormattableString.Invariant($"  ... and {found.Count - MostListed:N0} more");
        }

        var resized = found.Count(image => image.Found != image.Given);
        if (resized > 0)
        {
            yield return "";
            yield return FormattableString.Invariant(
                $"{resized:N0} of {found.Count:N0} images had another size, and were brought to {found[0].Given.Description}");
        }

        if (OtherFiles > 0)
        {
            yield return "";
            yield return FormattableString.Invariant(
                $"left out, as their names are not those of PNG or JPEG files: {OtherFiles:N0} file{(OtherFiles == 1 ? "" : "s")}");
        }
    }

    private static IEnumerable<ImagePrediction> Classify(
        Network network, TrainingOptions options, byte[] weights, OwnImage[] images, IReadOnlyList<string> labelNames)
    {
        var shape = images[0].Fitted.Shape;
        var given = new LabelledImages
        {
            Height = shape.Height,
            Width = shape.Width,
            Channels = shape.Channels,
            Pixels = [.. images.SelectMany(image => image.Fitted.Pixels)],
            Labels = new byte[images.Length], // not known, and not asked for
        };
        return Predictor.Predict(network, options, weights, given, labelNames.Count).Chunk(labelNames.Count)
            .Zip(images, (row, image) => new ImagePrediction(image.Name, image.Found, shape, labelNames, row));
    }

    private static string Line(ClassProbability found) =>
        FormattableString.Invariant($"  {found.Probability * Percent,6:0.00} %  {found.Name}");

    private static string Change(ImagePrediction image) =>
        image.Found == image.Given ? "" : $"  ({image.Found.Description}, brought to {image.Given.Description})";
}
