using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>How layers are written: kinds, settings and ranges are those of <see cref="LayerKinds"/>, with what they mean.</summary>
public static class LayerFormat
{
    private const string Activation = "Function of the result: linear changes nothing; softmax belongs on the last layer only.";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["dense"] = "Fully connected: each output is a weighted sum of all inputs. Takes [features]: all pixels, or what flatten gives.",
        ["conv2d"] = "Two-dimensional convolution. Takes [height, width, channels].",
        ["max_pool2d"] = "Largest value of each window; windows do not overlap. Takes [height, width, channels].",
        ["average_pool2d"] = "Mean of each window; windows do not overlap. Takes [height, width, channels].",
        ["dropout"] = "In training, zeroes each value with probability rate, and divides the others by 1 - rate.",
        ["random_shift"] = "In training, shifts each image by a random number of rows and columns; zeros come in. Takes images.",
        ["random_flip"] = "In training, exchanges left and right of every other image on average. Takes images.",
        ["random_erase"] = "In training, makes a random rectangle of each image black, of up to so many rows and columns. Takes images.",
        ["flatten"] = "Lays rows, columns and channels out as one row of features.",
        ["activation"] = "A function of each value, as a layer of its own.",
        ["batch_norm"] = "Gives each channel mean 0 and variance 1 over the batch, then a scale and a centre that are trained. "
            + "Outside training, running means and variances take the batch's place.",
        ["global_average_pool2d"] = "Mean of each channel over all pixels. Takes [height, width, channels].",
        ["residual"] = "Adds its input to what the layers in it make of it. Where they change the channels of images or, by strides, their "
            + "size, the input first goes through a convolution of 1x1.",
    };

    private static readonly Dictionary<string, string> Outputs = new(StringComparer.Ordinal)
    {
        ["dense"] = "[units]",
        ["conv2d"] = "valid: [(height - rows) / strides + 1, (width - columns) / strides + 1, filters], rounded down; "
            + "same: [height / strides, width / strides, filters], rounded up",
        ["max_pool2d"] = "[height / rows, width / columns, channels], rounded down",
        ["average_pool2d"] = "[height / rows, width / columns, channels], rounded down",
        ["dropout"] = "as its input",
        ["random_shift"] = "as its input",
        ["random_flip"] = "as its input",
        ["random_erase"] = "as its input",
        ["flatten"] = "[height * width * channels]",
        ["activation"] = "as its input",
        ["batch_norm"] = "as its input",
        ["global_average_pool2d"] = "[channels]",
        ["residual"] = "that of the last layer in it",
    };

    private static readonly Dictionary<string, string> SettingMeanings = new(StringComparer.Ordinal)
    {
        ["units"] = "Outputs; those of the last layer are the classes.",
        ["filters"] = "Output channels.",
        ["kernel"] = "Rows and columns of the kernel.",
        ["padding"] = "valid: only windows within the image; same: zeros around it, so that it keeps its size where strides are 1.",
        ["activation"] = Activation,
        ["function"] = Activation,
        ["initialiser"] = "What the kernel starts from; he_normal is made for relu.",
        ["layers"] = "The layers in it, input first.",
        ["strides"] = "Rows and columns from one window to the next; no more than the image has.",
        ["window"] = "Rows and columns of a window.",
        ["pixels"] = "Rows and columns at most, by which an image is shifted or which are made black in it.",
        ["rate"] = "Probability of a value to be zeroed.",
        ["momentum"] = "What stays of the running means and variances in a step; a training of few steps needs less than the default.",
        ["epsilon"] = "Added to the variance.",
    };

    /// <summary>The settings of each kind of layer that has some by name.</summary>
    public static IReadOnlyList<DescribedSection> Settings { get; } =
    [
        .. LayerKinds.All.Where(kind => kind is { Settings.Count: > 0, HasLongForm: true }).Select(kind =>
            new DescribedSection(kind.Name, Meaning(kind), [.. kind.Settings.Select(Key)])),
    ];

    /// <summary>The kinds of an item of <c>layers</c>, one of which stands in each.</summary>
    public static DescribedSection Layer { get; } =
        new("layer", "One layer: its kind and its settings.",
            [.. LayerKinds.All.Select(kind => new SectionKey(kind.Name, Meaning(kind), Form(kind)))])
        {
            OneOf = [.. LayerKinds.All.Select(kind => (IReadOnlyList<string>)[kind.Name])],
        };

    /// <summary>An item of <c>layers</c>: a kind that needs no settings by its name, or a kind and its settings.</summary>
    public static ValueForm Item { get; } = new AlternativeForm(
        new ChoiceForm([.. LayerKinds.All.Where(kind => kind.IsNameEnough).Select(kind => kind.Name)]), new SectionForm(Layer));

    /// <summary>The settings of a kind of layer that has some by name.</summary>
    public static DescribedSection Of(LayerKind kind) => Settings.Single(section => section.Name == kind.Name);

    /// <summary>What a layer does, in a sentence; empty where nobody wrote it.</summary>
    public static string Meaning(LayerKind kind) => Kinds.GetValueOrDefault(kind.Name, "");

    /// <summary>What becomes of the shape of its input; empty where nobody wrote it.</summary>
    public static string Output(LayerKind kind) => Outputs.GetValueOrDefault(kind.Name, "");

    /// <summary>A setting as a key.</summary>
    public static SectionKey Key(LayerSetting setting) =>
        new(setting.Name, SettingMeanings.GetValueOrDefault(setting.Name, ""), Form(setting))
        {
            IsRequired = setting.Default is null,
            Default = setting.Default,
        };

    /// <summary>What may stand at a setting.</summary>
    /// <exception cref="ArgumentException">Nobody knows its type.</exception>
    public static ValueForm Form(LayerSetting setting) => setting switch
    {
        CountSetting => IntegerForm.Count,
        SizeSetting => AlternativeForm.Size,
        NumberSetting number => new NumberForm(number.Minimum, number.Limit)
        {
            IsAboveMinimum = number.IsAboveMinimum,
            IsBelowMaximum = true,
        },
        ChoiceSetting choice => new ChoiceForm(choice.Choices),
        LayersSetting => new LayersForm(),
        _ => throw new ArgumentException($"There is no form for the setting {setting.Name}.", nameof(setting)),
    };

    private static ValueForm Form(LayerKind kind) => kind switch
    {
        { Settings.Count: 0 } => new EmptyForm(),
        { HasShortForm: true, HasLongForm: true } => new AlternativeForm(Form(kind.Settings[0]), new SectionForm(Of(kind))),
        { HasLongForm: true } => new SectionForm(Of(kind)) { MayBeEmpty = kind.IsNameEnough },
        _ => Form(kind.Settings[0]),
    };
}
