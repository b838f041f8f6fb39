using FashionPipeline.Data;
using FashionPipeline.Data.Splits;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>
/// Every section of the files in <c>experiments/</c> with its keys, what they mean and what may stand there. The readers know no others,
/// nor do the schemas and the reference.
/// </summary>
public static class ExperimentFormat
{
    /// <summary>The names that models may have.</summary>
    internal const string ModelName = "^[a-z0-9][a-z0-9-]*$";

    /// <summary>The names that published files may have.</summary>
    internal const string FileName = "^[A-Za-z0-9][A-Za-z0-9._-]*$";

    /// <summary>An address, or the path of a folder.</summary>
    internal const string Source = @"^([Hh][Tt][Tt][Pp][Ss]?://.*/|(?!.*://).*\S.*)$";

    /// <summary>A SHA-256.</summary>
    internal const string Sha256 = "^[0-9a-f]{64}$";

    /// <summary>The address of a page.</summary>
    internal const string Page = @"^https?://[^\s""<>\\^`{|}]+$";

    /// <summary>The same in words.</summary>
    internal const string PageWords = "an address that begins with https:// or http://";

    /// <summary>A day.</summary>
    internal const string Day = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    /// <summary>The same in words.</summary>
    internal const string DayWords = "a day such as 2017-08-25";

    /// <summary>An amount of memory.</summary>
    internal const string Memory = "^[1-9][0-9]{0,4}[MG]$";

    /// <summary>The same in words.</summary>
    internal const string MemoryWords = "a whole number of M or G, such as 4G";

    /// <summary>A length of time.</summary>
    internal const string Time = "^[1-9][0-9]{0,4}[mhd]$";

    /// <summary>The same in words.</summary>
    internal const string TimeWords = "a whole number of m, h or d, such as 90m";

    /// <summary>The seed of a sweep that has none.</summary>
    internal const ulong SweepSeed = 1;

    /// <summary>The keys of a model that variants and sweeps set.</summary>
    internal static IEnumerable<string> VariedKeys => Model.Keys.Except(["name", "variants", "sweep"]);

    private static readonly ListForm Seeds = new(IntegerForm.Seed) { Minimum = 1, IsDistinct = true };
    private static readonly IntegerForm Label = new(0, byte.MaxValue);
    private static readonly TrainingOptions TrainingDefaults = new();
    private static readonly ValidationOptions ValidationDefaults = new();
    private static readonly SpectralEmbeddingOptions EmbeddingDefaults = new();
    private static readonly SyntheticOptions SyntheticDefaults = new();
    private static readonly NodeResources ResourceDefaults = new();
    private static readonly string[] Stages = [.. Enum.GetValues<Stage>().Select(SnakeCase.Of)];

    /// <summary>How models are trained.</summary>
    public static DescribedSection Training { get; } = new(
        "training", "How models are trained, by an optimiser as Keras has it. Of a model, what differs from the experiment's.",
        new("epochs", "Passes over the training images.", IntegerForm.Count) { Default = TrainingDefaults.Epochs },
        new("early_stopping", "Epochs without a lower loss of the validation set after which training ends, and goes back to the epoch "
            + "where it was lowest; 0 never ends it. Needs validation.", new IntegerForm(0, int.MaxValue))
        {
            Default = TrainingDefaults.Patience,
        },
        new("batch_size", "Images of a step.", IntegerForm.Count) { Default = TrainingDefaults.BatchSize },
        new("optimiser", "What moves the weights: Adam, or stochastic gradient descent.", ChoiceForm.Of<OptimiserKind>())
        {
            Default = SnakeCase.Of(TrainingDefaults.Optimiser),
        },
        new("learning_rate", "The optimiser's step size; with a schedule the largest.", new NumberForm(0, 1) { IsAboveMinimum = true })
        {
            Default = TrainingDefaults.LearningRate,
        },
        new("schedule",
            "How the learning rate goes over the training. constant; step: a tenth after half of the steps, a hundredth after three "
            + "quarters; cosine: falls to nothing; one_cycle: rises in the first quarter of the steps, and falls.",
            ChoiceForm.Of<ScheduleShape>()) { Default = SnakeCase.Of(TrainingDefaults.Schedule) },
        new("weight_decay", "What a step of learning rate 1 would take away of each kernel's weights (AdamW).",
            new NumberForm(0, 1) { IsBelowMaximum = true }) { Default = TrainingDefaults.WeightDecay },
        new("clip_norm", "The largest norm of all gradients of a step together, to which they are scaled down; 0 leaves them as they are.",
            new NumberForm(0)) { Default = TrainingDefaults.ClipNorm },
        new("label_smoothing", "What each label gives away to all classes alike, in the loss of training; the loss of validation has none.",
            new NumberForm(0, 1) { IsBelowMaximum = true }) { Default = TrainingDefaults.LabelSmoothing },
        new("momentum", "What SGD keeps of its velocity in a step.", new NumberForm(0, 1) { IsBelowMaximum = true })
        {
            Default = TrainingDefaults.Momentum,
        },
        new("nesterov", "Whether SGD's momentum is Nesterov's.", new TruthForm()) { Default = TrainingDefaults.IsNesterov },
        new("beta_1", "Adam's decay of the first moment.", new NumberForm(0, 1) { IsBelowMaximum = true })
        {
            Default = TrainingDefaults.Beta1,
        },
        new("beta_2", "Adam's decay of the second moment.", new NumberForm(0, 1) { IsBelowMaximum = true })
        {
            Default = TrainingDefaults.Beta2,
        },
        new("epsilon", "Added to the root of the second moment.", new NumberForm(0) { IsAboveMinimum = true })
        {
            Default = TrainingDefaults.Epsilon,
        },
        new("threads", "Threads of libtorch, a part of the result; read under numerics: libtorch only.", new IntegerForm(1, 1024))
        {
            Default = TrainingDefaults.Threads,
        })
    {
        IsMerged = true,
    };

    /// <summary>Numbers that a sweep draws from, in place of a list of values.</summary>
    public static DescribedSection Range { get; } = new(
        "range", "Numbers that a sweep draws from, in place of a list of values. Each is rounded to 3 significant digits; where the "
            + "setting is a count it is a whole number.",
        new("from", "The least.", new NumberForm(0)) { IsRequired = true },
        new("to", "The greatest.", new NumberForm(0)) { IsRequired = true },
        new("scale", "linear: every number is equally likely; log: every order of magnitude is, and the least is above 0.",
            ChoiceForm.Of<RangeScale>()) { Default = SnakeCase.Of(RangeScale.Linear) });

    /// <summary>Values of settings, of which a model is made for every combination.</summary>
    public static DescribedSection Sweep { get; } = new(
        "sweep", "Values of settings, of which a model is made for every combination, or for some.",
        new("settings", "Settings, as those of variants, and the values of each.", new SettingsForm(IsOfModel: true, Range))
        {
            IsRequired = true,
        },
        new("samples", "How many combinations are drawn at random; all without it, or where there are fewer. With a range it must be "
            + "there.", IntegerForm.Count),
        new("seed", "Seed of that.", IntegerForm.Seed) { Default = SweepSeed });

    /// <summary>An item of <c>models</c>.</summary>
    public static DescribedSection Model { get; } = new(
        "model", "A model. Where the inherited experiment has one of the same name, only what differs.",
        new("name", "Short name, which no other model has.", new TextForm(ModelName, "lower-case letters, digits and hyphens"))
        {
            IsRequired = true,
        },
        new("title", "Title for readers.", new TextForm()) { IsRequired = true },
        new("input", "How pixels are scaled. unit: divided by 255; raw: 0 to 255.", ChoiceForm.Of<InputScaling>()) { IsRequired = true },
        new("layers", "The layers, input first; the last one gives a value for each class.", new ListForm(LayerFormat.Item) { Minimum = 1 })
        {
            IsRequired = true,
        },
        new("seeds", "Seeds of this model, such as more of them for a finalist, beginning with the first one of the experiment.", Seeds),
        new("training", "What is different in how this model is trained.", new SectionForm(Training)),
        new("test_time_flip", "Whether, outside training, the model gives the mean of the logits of an image and of its mirror image.",
            new TruthForm()) { Default = false },
        new("variants", "Models that differ from this one in some settings: a variant with name without-decay of the model cnn is the "
            + "model cnn-without-decay. Paths begin at the model; a layer that is null is left out.",
            new MappingForm("names", new SettingsForm(IsOfModel: true))),
        new("sweep", "Models in place of this one, one for each combination of some settings' values.", new SectionForm(Sweep)))
    {
        IsMerged = true,
    };

    /// <summary>How a validation set is cut out of the training images.</summary>
    public static DescribedSection Validation { get; } = new(
        "validation", "A validation set, cut out of the training images class by class: it is what is measured on after each epoch, and "
            + "what models are chosen by. The test images are for the report alone.",
        new("fraction", "Share of the training images of each class, rounded; at least one image is taken, and one is left.",
            new NumberForm(0, 1) { IsAboveMinimum = true, IsBelowMaximum = true })
        {
            Default = ValidationDefaults.Fraction,
        },
        new("seed", "Seed of the choice.", IntegerForm.Seed) { Default = ValidationDefaults.Seed })
    {
        IsMerged = true,
    };

    /// <summary>The settings of the spectral embedding.</summary>
    public static DescribedSection SpectralEmbedding { get; } = new(
        "spectral_embedding", "The test images as points, neighbours near each other.",
        new("neighbours", "Neighbours of an image, itself among them.", new IntegerForm(2, int.MaxValue))
        {
            Default = EmbeddingDefaults.Neighbours,
        },
        new("dimensions", "Coordinates to compute.", IntegerForm.Count) { Default = EmbeddingDefaults.Dimensions })
    {
        IsMerged = true,
    };

    /// <summary>What is computed of the data apart from the models.</summary>
    public static DescribedSection Analysis { get; } = new(
        "analysis", "What is computed of the data apart from the models.",
        new SectionKey(
            "spectral_embedding", "Its settings, {} for the defaults; false, or nothing, leaves it out.",
            new AlternativeForm(new FalseForm(), new SectionForm(SpectralEmbedding))))
    {
        IsMerged = true,
    };

    /// <summary>What the source published of one model.</summary>
    public static DescribedSection PublishedModel { get; } = new(
        "published_model", "What the source published of one model.",
        new("parameters", "Trained parameters.", new IntegerForm(0, long.MaxValue)),
        new("training_accuracy", "Of the last epoch.", NumberForm.Share),
        new("validation_accuracy", "Of the last epoch.", NumberForm.Share),
        new("overfitted", "Whether the source calls it overfitted.", new TruthForm()))
    {
        IsMerged = true,
    };

    /// <summary>The numbers and conclusions of the experiment's source.</summary>
    public static DescribedSection Published { get; } = new(
        "published", "Numbers and conclusions of the experiment's source, shown beside ours.",
        new("citation", "What the source is.", new TextForm()) { IsRequired = true },
        new("models", "What it published of each model.", new MappingForm("names of models", new SectionForm(PublishedModel)))
        {
            IsRequired = true,
        },
        new("best_model", "Name of the model that it chose.", new TextForm()),
        new("best_model_of_text", "Name of the model that its text calls the best, where its code chose another.", new TextForm()),
        new("weak_classes", "Labels of the classes that it calls weak.", new ListForm(Label) { IsDistinct = true }),
        new("taken_for", "What it says is often taken for what: in each list the label of a true class, then those that it is taken for.",
            new ListForm(new ListForm(Label) { Minimum = 2, IsDistinct = true })),
        new("reasonable_mistakes", "Whether it calls its mistakes reasonable.", new TruthForm()),
        new("embedding_agrees", "Whether it finds that its embedding agrees with its model.", new TruthForm()),
        new("label_correct", "Share of each class that its best model classified correctly, in the order of the classes.",
            new ListForm(NumberForm.Share)),
        new("confusion_matrix", "Of its best model: a row for each true class, a column for each predicted one.",
            new ListForm(new ListForm(new IntegerForm(0, int.MaxValue)))))
    {
        IsMerged = true,
    };

    /// <summary>Whose a data set or an experiment is.</summary>
    public static DescribedSection Attribution { get; } = new(
        "attribution", "Whose it is, and how others may use and cite it, for the files that other programs read.",
        new("authors", "Names of the authors.", new ListForm(new TextForm())),
        new("publisher", "Name of the organisation that publishes it.", new TextForm()),
        new("licence", "Address of the licence, such as https://spdx.org/licenses/MIT.", new TextForm(Page, PageWords)),
        new("date", "When it was published.", new TextForm(Day, DayWords)),
        new("version", "Its version.", new TextForm()),
        new("url", "Address of its page.", new TextForm(Page, PageWords)),
        new("citation", "How it is cited, as BibTeX.", new TextForm()))
    {
        IsMerged = true,
    };

    /// <summary>What a step gets of a cluster.</summary>
    public static DescribedSection Resources { get; } = new(
        "resources", "What each of some steps gets of a cluster. No result depends on it.",
        new("cpus", "Processors.", new IntegerForm(1, 1024)) { Default = ResourceDefaults.Cpus },
        new("memory", "Memory.", new TextForm(Memory, MemoryWords)) { Default = $"{ResourceDefaults.MemoryMegabytes / 1024}G" },
        new("time", "Longest time; the cluster's own without it.", new TextForm(Time, TimeWords)),
        new("partition", "Name of the partition; the cluster's own without it.", new TextForm()),
        new("account", "Account that is charged; the user's own without it.", new TextForm()),
        new("constraint", "Features that a machine must have.", new TextForm()))
    {
        IsMerged = true,
    };

    /// <summary>The top of an experiment.</summary>
    public static DescribedSection Experiment { get; } = new(
        "experiment", "An experiment: data, models, how they are trained and compared.",
        new("extends", "Another experiment by its name, or by its path from this file: this one states only what differs. "
            + "Keys are merged, models by name; other lists replace the inherited one, and null takes an inherited value away.",
            new TextForm()),
        new("remove", "Names of inherited models that are left out, with what the source published of them.",
            new ListForm(new TextForm()) { IsDistinct = true }),
        new("set", "Single settings in place of inherited ones, such as models.cnn.layers.03.rate: 0.3; layers are counted from 1.",
            new SettingsForm()),
        new("title", "Title of the report.", new TextForm()) { IsRequired = true },
        new("description", "What the experiment is about.", new TextForm()),
        new("attribution", "Whose the experiment is: how its report is cited.", new SectionForm(Attribution)),
        new("data_set", "Name of a file in datasets/, without .yaml.", new TextForm()) { IsRequired = true },
        new("seeds", "Each model without seeds of its own is trained once with each of these.", Seeds)
        {
            IsRequired = true,
        },
        new("models", "The models in the order of the report.", new ListForm(new SectionForm(Model)) { Minimum = 1, IsMerged = true })
        {
            IsRequired = true,
        },
        new("numerics", "portable: our own kernels, the same bits on every machine; libtorch: stock operations, equal bits on the same "
            + "kind of machine only.", ChoiceForm.Of<Arithmetic>()) { Default = SnakeCase.Of(TrainingDefaults.Numerics) },
        new("training", "How models are trained, but for what they state themselves.", new SectionForm(Training)),
        new("validation", "The validation set, {} for the defaults; without it the test images serve, as in the source.",
            new SectionForm(Validation)),
        new("selection", "What the best model is chosen by, from the figures of the last epoch, means over the seeds; with validation, the "
            + "default is validation_accuracy.", ChoiceForm.Of<SelectionCriterion>())
        {
            Default = SnakeCase.Of(SelectionCriterion.TrainingPlusValidationAccuracy),
        },
        new("baselines", "Names of models that the best one is measured by, class by class.",
            new ListForm(new TextForm()) { IsDistinct = true }),
        new("analysis", "What is computed of the data apart from the models.", new SectionForm(Analysis)),
        new("compare_with", "Names of experiments whose seeds the report sets its own beside, as their committed metrics have them; null "
            + "where a parent's do not apply.", new ListForm(new TextForm()) { IsDistinct = true }),
        new("resources", "What steps get of a cluster, by stage or by name, such as train/cnn/*. Where several fit, the last one that "
            + "states a key counts.", new MappingForm("steps", new SectionForm(Resources))
            {
                Pattern = $@"^({string.Join('|', Stages)}|[^/]*\*[^/]*)(/.*)?$",
            }),
        new("published", "Numbers of the experiment's source, shown beside ours; null where a parent's do not apply.",
            new SectionForm(Published)))
    {
        IsMerged = true,
    };

    /// <summary>The size of an image.</summary>
    public static DescribedSection Image { get; } = new(
        "image", "The size of every image.",
        new("height", "Rows.", DataSetBounds.Side) { IsRequired = true },
        new("width", "Columns.", DataSetBounds.Side) { IsRequired = true },
        new("channels", "Values of a pixel: 1 (grey) or 3 (red, green, blue).", DataSetBounds.Channels) { Default = 1 });

    /// <summary>One file of a published data set.</summary>
    public static DescribedSection File { get; } = new(
        "file", "A published file.",
        new("name", "The file's name.", new TextForm(FileName, "without a folder")) { IsRequired = true },
        new("bytes", "Its length.", DataSetBounds.FileBytes) { IsRequired = true },
        new("sha256", "Its SHA-256.", new TextForm(Sha256, "64 lower-case hexadecimal digits")) { IsRequired = true });

    /// <summary>The files of a published data set: those of one format.</summary>
    public static DescribedSection Files { get; } = new(
        "files", "The files of a published data set.",
        new("train_images", "IDX file with the images to train on; it may be compressed by gzip.", new SectionForm(File)),
        new("train_labels", "IDX file with their labels.", new SectionForm(File)),
        new("test_images", "IDX file with the images to test on.", new SectionForm(File)),
        new("test_labels", "IDX file with their labels.", new SectionForm(File)),
        new("archive", "ZIP archive with PNG and JPEG files: train/CLASS/1.png and test/CLASS/1.png, or CLASS/1.png, of which a sixth is "
            + "to test on. A source that is a folder may hold the folders in its place.", new SectionForm(File)),
        new("train_csv", "CSV file with a row an image to train on: its label, then its values from 0 to 255, row after row.",
            new SectionForm(File)),
        new("test_csv", "The same with the images to test on.", new SectionForm(File)),
        new("npz", "File of NumPy arrays x_train, y_train, x_test and y_test.", new SectionForm(File)))
    {
        OneOf = [.. DataFormat.All.Select(format => (IReadOnlyList<string>)[.. format.Roles.Select(SnakeCase.Of)])],
    };

    /// <summary>The settings of a generated data set.</summary>
    public static DescribedSection Synthetic { get; } = new(
        "synthetic", "Garments that the program draws.",
        new("seed", "Seed of the generator.", IntegerForm.Seed) { Default = SyntheticDefaults.Seed },
        new("train_count", "Images to train on.", DataSetBounds.Images) { Default = SyntheticDefaults.TrainCount },
        new("test_count", "Images to test on.", DataSetBounds.Images) { Default = SyntheticDefaults.TestCount });

    /// <summary>The top of a data set.</summary>
    public static DescribedSection DataSet { get; } = new(
        "data_set", "A data set: published files, or a generator.",
        new("title", "Name for readers.", new TextForm()) { IsRequired = true },
        new("licence", "Licence, and the publisher where attribution names none.", new TextForm()) { IsRequired = true },
        new("attribution", "Whose the data set is: how reports cite it.", new SectionForm(Attribution)),
        new("image", "The size of every image.", new SectionForm(Image)) { IsRequired = true },
        new("label_names", "Name of each class; the first one is label 0.", DataSetBounds.Classes) { IsRequired = true },
        new("sources", "Addresses, and folders by their paths from this file, in the order in which they are asked; a file's name is "
            + "appended.", new ListForm(new TextForm(Source, "http:// or https://, ending with /, or a folder"))),
        new("files", "The files of a published data set, of one format.", new SectionForm(Files)),
        new("synthetic", "Settings of the generator, {} for the defaults.", new SectionForm(Synthetic)))
    {
        OneOf = [["files"], ["synthetic"]],
    };
}
