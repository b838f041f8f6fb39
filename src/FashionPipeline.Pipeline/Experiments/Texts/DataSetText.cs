using FashionPipeline.Data;
using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>What a data set's images are made from, as its file in <c>experiments/datasets/</c> writes it.</summary>
internal static class DataSetText
{
    /// <summary>The settings that decide the images, below <c>data_set</c>; where files come from is none of them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(DataSet dataSet) =>
    [
        new("data_set.image", Image(dataSet.Shape)),
        new("data_set.label_names", YamlText.List(dataSet.LabelNames)),
        .. dataSet.Files.Select(file => KeyValuePair.Create($"data_set.files.{SnakeCase.Of(file.Role)}.name", file.Name)),
        .. dataSet.Synthetic is not { } synthetic ? [] : new (string Name, IFormattable Value)[]
        {
            ("seed", synthetic.Seed), ("train_count", synthetic.TrainCount), ("test_count", synthetic.TestCount),
        }.Select(setting => KeyValuePair.Create($"data_set.synthetic.{setting.Name}", FormattableString.Invariant($"{setting.Value}"))),
    ];

    /// <summary>The size of images: <c>{height: 28, width: 28}</c>.</summary>
    public static string Image(ImageShape shape) => FormattableString.Invariant(
        $"{{height: {shape.Height}, width: {shape.Width}{(shape.Channels == 1 ? "" : $", channels: {shape.Channels}")}}}");
}
