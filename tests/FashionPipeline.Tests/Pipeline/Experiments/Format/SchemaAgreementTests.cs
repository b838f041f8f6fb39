using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Tests.Pipeline.Experiments.Reading;
using FashionPipeline.Training.Networks;
using NJsonSchema;

namespace FashionPipeline.Tests.Pipeline.Experiments.Format;

/// <summary>
/// The schemas accept what the program accepts, and nothing else: in files that state everything, every value is replaced by every
/// probe, left out, and given a neighbour that nobody knows, and both have to be of one mind.
/// </summary>
public sealed class SchemaAgreementTests : IDisposable
{
    private const string DataSet = """
        title: Garments
        licence: none
        attribution:
          {authors: [somebody], publisher: a house, licence: "https://example.org/licence", date: 2026-01-01, version: "1.0",
           url: "https://example.org", citation: "@misc{a}"}
        image: {height: 28, width: 28}
        label_names: [Shirt, Bag, Boot]
        synthetic: {seed: 1, train_count: 10, test_count: 5}
        """;

    private const string Published = """
        title: Garments
        licence: none
        image: {height: 28, width: 28}
        label_names: [Shirt, Bag, Boot]
        sources: ["https://example.org/data/"]
        files:
          train_images: {name: a.gz, bytes: 1, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}
          train_labels: {name: b.gz, bytes: 1, sha256: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb}
          test_images: {name: c.gz, bytes: 1, sha256: cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc}
          test_labels: {name: d.gz, bytes: 1, sha256: dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd}
        """;

    private const string Archived = """
        title: Pictures
        licence: none
        image: {height: 28, width: 28, channels: 3}
        label_names: [Shirt, Bag, Boot]
        sources: [../pictures]
        files:
          archive: {name: a.zip, bytes: 1, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}
        """;

    private const string Rows = """
        title: Rows
        licence: none
        image: {height: 28, width: 28}
        label_names: [Shirt, Bag, Boot]
        files:
          train_csv: {name: a.csv, bytes: 1, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}
          test_csv: {name: b.csv, bytes: 1, sha256: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb}
        """;

    private const string Arrays = """
        title: Arrays
        licence: none
        image: {height: 28, width: 28}
        label_names: [Shirt, Bag, Boot]
        files:
          npz: {name: a.npz, bytes: 1, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}
        """;

    // Of other formats, and of several.
    private static readonly string[] Files =
    [
        "{npz: F}", "{npz: ~}", "{archive: F}", "{archive: F, npz: F}", "{archive: F, npz: ~}", "{train_csv: F}",
        "{train_csv: F, test_csv: G}", "{train_csv: F, test_csv: ~}", "{train_csv: F, test_csv: G, archive: F}",
        "{train_images: F, archive: F}", "{archive: 1}",
    ];

    private const string Experiment = """
        title: All
        description: Every key.
        attribution: {date: 2026-01-01}
        data_set: garments
        seeds: [1, 2]
        models:
          - name: cnn
            title: Convolutional
            input: unit
            layers:
              - conv2d: {filters: 2, kernel: [3, 3], padding: same, strides: 1, activation: relu, initialiser: he_normal}
              - max_pool2d: {window: 2}
              - average_pool2d: {window: [2, 2]}
              - batch_norm: {momentum: 0.9, epsilon: 0.01}
              - residual: {layers: [activation: relu, batch_norm], activation: relu}
              - dropout: {rate: 0.5}
              - random_shift: {pixels: 1}
              - random_flip
              - random_erase: {pixels: 2}
              - flatten
              - activation: relu
              - dense: {units: 4, activation: relu, initialiser: glorot_uniform}
              - dense: 3
          - name: mlp
            title: Dense
            input: raw
            layers: [dense: 3]
            seeds: [1]
            training: {epochs: 3}
            test_time_flip: false
            variants: {longer: {training.epochs: 4}}
          - name: grid
            title: Grid
            input: unit
            layers: [dense: 3]
            sweep:
              {settings: {training.learning_rate: [0.01, 0.02], training.weight_decay: {from: 0.001, to: 0.1, scale: log}}, samples: 1,
               seed: 3}
        numerics: portable
        training:
          {epochs: 2, batch_size: 8, learning_rate: 0.01, beta_1: 0.9, beta_2: 0.999, epsilon: 1.0e-7, threads: 2, schedule: cosine,
           weight_decay: 0.01, optimiser: sgd, momentum: 0.9, nesterov: true, clip_norm: 1, label_smoothing: 0.1, early_stopping: 0}
        validation: {fraction: 0.25, seed: 7}
        selection: validation_loss
        baselines: [cnn]
        analysis:
          spectral_embedding: {neighbours: 4, dimensions: 3}
        compare_with: [other]
        resources:
          train: {cpus: 4, memory: 8G, time: 2h, partition: long, account: me, constraint: avx2}
          train/cnn/*: {cpus: 8}
        published:
          citation: a notebook
          models:
            cnn: {parameters: 5, training_accuracy: 0.5, validation_accuracy: 0.25, overfitted: true}
          best_model: cnn
          best_model_of_text: cnn
          weak_classes: [0, 2]
          taken_for: [[0, 1], [1, 0, 2]]
          reasonable_mistakes: true
          embedding_agrees: false
          label_correct: [0.1, 0.2, 0.3]
          confusion_matrix: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        """;

    private const string Child = """
        extends: base
        remove: [mlp]
        set: {models.cnn.layers.06.rate: 0.25}
        title: Child
        attribution: {version: "2"}
        models:
          - {name: cnn, input: raw}
          - {name: more, title: More, input: unit, layers: [dense: 3]}
        training: {epochs: 1}
        analysis: {spectral_embedding: {neighbours: 3}}
        published: {models: {more: {parameters: 7}}, best_model: more}
        """;

    private static readonly ConcurrentDictionary<string, Task<JsonSchema>> Schemas = new(StringComparer.Ordinal);

    // Of integers NJsonSchema knows 64 bits.
    private static readonly string[] Scalars =
    [
        "~", "Null", "''", "' '", "text", "'text'", "true", "True", "false", "FALSE", "'false'", "no",
        "0", "-1", "1", "+1", "2", "4096", "4097", "1024", "1025", "10000000", "10000001", "2147483647", "2147483648",
        "9223372036854775807", "'1'", "0.0", "1.0", "0.5", ".5", "1.", "-0.5", "1.5", "1e3", "1e-3", "1E-7", ".inf", "-.INF", ".nan",
        "0x10", "0o7", "1_000", "2026-01-01", "unit", "'unit'", "Unit", "relu", "softmax", "same", "he_normal", "libtorch",
        "validation_accuracy", "cnn", "CNN", "-a", "a_b", "' mlp'", "mlp", "more", "base", "garments", "flatten", "a/b.gz", "a.gz", ".gz",
        "4G", "512M", "0G", "4T", "90m", "1d", "1w",
        "https://example.org/", "HTTP://example.org/a/", "ftp://example.org/", "https://example.org", "'https://a b/'",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "[]", "{}", "[1]", "[1, 2]", "[text]", "{text: 1}",
    ];

    private static readonly string[] Structures =
    [
        "[~]", "[1, 1]", "[1, 2, 3]", "[0, 1, 2]", "[0, 0]", "[0.5, 0.25, 1]", "[0.5, 2, 1]", "[[1]]", "[text, text]", "[text, other]",
        "[a, b, 3]", "[a, '', c]", "{text: ~}", "{1: 2}", "[{}]", "[{name: text}]", "[cnn]", "[mlp]", "[cnn, more]",
        "{cnn: {parameters: 1}}", "{cnn: ~}", "{mlp: {}}", "{nobody: {}}", "{citation: a, models: {}}", "{models: {}}", "{citation: a}",
        "{spectral_embedding: ~}", "{spectral_embedding: {}}", "{neighbours: 2}", "{neighbours: ~}", "{epochs: ~}", "{epochs: 1, epoch: 1}",
        "{training.epochs: 3}", "{training.epochs: ~}", "{extends: base}", "{training..epochs: 1}", "{set.a: 1}",
        "{'models.cnn.layers[1]': 1}", "{seed: 0}", "{height: 1, width: 1}", "{height: 1}", "[https://example.org/]",
        "{train: {cpus: 1}}", "{train/mlp/1: {memory: 1G}}", "{'*': {}}", "{trian: {}}", "{trian: ~}", "{report: 1}",
    ];

    private static readonly string[] Layers =
    [
        "'flatten'", "dense", "{dense: 3}", "{dense: ~}", "{dense: {}}", "{dense: {units: 3}}", "{dense: {units: ~}}",
        "{dense: {units: 3, activation: ~}}", "{dense: 3, dropout: 0.5}", "{dense: 3, dropout: ~}", "{densse: 3}", "{dropout: 0}",
        "{dropout: 1}", "{dropout: {rate: 0.5}}", "{dropout: [0.5]}", "{flatten: ~}", "{flatten: {}}", "{flatten: []}", "{flatten: {a: 1}}",
        "{activation: tanh}", "{activation: ~}", "{activation: {function: tanh}}", "{conv2d: 3}", "{conv2d: {filters: 1, kernel: 1}}",
        "{conv2d: {filters: 1}}", "{conv2d: {filters: 1, kernel: 1, strides: 2}}", "{conv2d: {filters: 1, kernel: 1, strides: ~}}",
        "{conv2d: {filters: 1, kernel: 1, strides: 0}}", "{max_pool2d: 2}", "{max_pool2d: [2, 2]}", "{max_pool2d: [2]}",
        "{max_pool2d: [2, 2, 2]}", "{max_pool2d: [2, ~]}", "{average_pool2d: {window: [1, 1]}}", "{average_pool2d: {window: []}}",
        "batch_norm", "{batch_norm: ~}", "{batch_norm: {}}", "{batch_norm: 0.9}", "{batch_norm: {momentum: ~}}",
        "{batch_norm: {momentum: 1}}", "{batch_norm: {epsilon: 0}}", "[flatten, {dense: 3}]",
        "{residual: {layers: [batch_norm]}}", "{residual: {layers: [], activation: relu}}", "{residual: {}}",
        "{residual: [batch_norm]}", "{residual: {layers: [{residual: {layers: [flatten, dense: 3]}}]}}", "{residual: {layers: ~}}",
        "{residual: {layers: {dense: 3}}}", "{residual: {layers: [{densse: 3}]}}", "{residual: {layers: [dense: 3, dense: ~]}}",
    ];

    // What is wrong by more than the form of one value, and why no JSON schema can say so.
    private static readonly (string Fault, string Reason)[] Inexpressible =
    [
        (@"\(layer \d+\)", "shapes follow from all layers, the images and the classes"),
        ("there is no (data set|experiment|file) '|a circle: ", "other files are not seen"),
        ("there is no (model )?'|there is a model '.*' already|unknown key '.*' in published.models", "names stand elsewhere in the file"),
        (@"found \d+ items; expected \d+, one for each class", "the classes are in another file"),
        (@"found \d+; expected the label of a class", "the classes are in another file"),
        (@"^extends .*(no model is left|models\.\S+ is missing)", "what is inherited is in another file"),
        ("expected a URL", "a pattern is no parser of addresses"),
        ("is named for", "different names at different keys"),
        ("momentum and nesterov are SGD's|nesterov is a form of the momentum", "what counts at one key follows from another one"),
        (@"seeds: the first one is \d+, and that of the experiment", "the other seeds stand elsewhere in the file"),
        ("samples is missing; the numbers of a range|where the range begins|the orders of magnitude above 0|where there is a range",
            "what counts at one key follows from another one"),
        ("the images have more than", "a product of values"),
        ("values each; expected", "the images are described in another file"),
        ("IDX files hold grey|the generator draws grey", "what may stand at one key follows from another one"),
        (@"^extends set/|models\.cnn has no layer|^models/\d/(variants|sweep/settings)/", "what fits a path depends on the path"),
    ];

    private readonly ExperimentDesk desk = new();

    public SchemaAgreementTests() => desk.Write("other", ExperimentDesk.Valid);

    public static TheoryData<string> OfExperiment => Paths(Experiment);

    public static TheoryData<string> OfChild => Paths(Child);

    public static TheoryData<string> OfSynthetic => Paths(DataSet);

    // What the data sets have in common is tried once, and so is the form of the files.
    public static TheoryData<string> OfPublished =>
        [.. YamlEdit.Paths(Published).Where(path => path is "files/" || path.StartsWith("sources", StringComparison.Ordinal)
            || path.StartsWith("files/train_images", StringComparison.Ordinal))];

    public static TheoryData<string, string> OfOtherFormats =>
    [
        .. new[] { Archived, Rows, Arrays }.SelectMany(yaml => YamlEdit.Paths(yaml)
            .Where(path => path is "files/" or "image/" or "image/channels" || path.StartsWith("sources", StringComparison.Ordinal)
                || path.Count(character => character == '/') == 1 && path.StartsWith("files/", StringComparison.Ordinal))
            .Select(path => (yaml, path))),
    ];

    public void Dispose() => desk.Dispose();

    [Theory]
    [MemberData(nameof(OfOtherFormats))]
    public Task Should_agree_on_the_files_of_every_format(string yaml, string path) => AssertDataSets(yaml, path);

    [Theory]
    [MemberData(nameof(OfExperiment))]
    public Task Should_agree_on_every_value_of_an_experiment(string path) => AssertAgreement("schema.json", "e", Experiment, path);

    [Theory]
    [MemberData(nameof(OfChild))]
    public Task Should_agree_on_every_value_of_an_experiment_that_extends_another_one(string path)
    {
        desk.Write("base", Experiment);
        return AssertAgreement("schema.json", "e", Child, path);
    }

    [Theory]
    [MemberData(nameof(OfSynthetic))]
    public Task Should_agree_on_every_value_of_a_generated_data_set(string path) => AssertDataSets(DataSet, path);

    [Theory]
    [MemberData(nameof(OfPublished))]
    public Task Should_agree_on_every_value_of_a_published_data_set(string path) => AssertDataSets(Published, path);

    [Fact]
    public void Should_try_every_key()
    {
        var tried = new[] { Experiment, Child, DataSet, Published, Archived, Rows, Arrays }.SelectMany(YamlEdit.Paths)
            .SelectMany(path => path.Split('/')).ToHashSet(StringComparer.Ordinal);

        Assert.All(
            SchemaText.Sections(ExperimentFormat.Experiment).Concat(SchemaText.Sections(ExperimentFormat.DataSet))
                .SelectMany(section => section.Keys).Where(key => LayerKinds.Find(key) is not { Settings.Count: 0 }),
            key => Assert.Contains(key, tried));
    }

    private Task AssertDataSets(string yaml, string path)
    {
        desk.Write("e", ExperimentDesk.Valid);
        return AssertAgreement("datasets/schema.json", "datasets/garments", yaml, path);
    }

    private async Task AssertAgreement(string schemaName, string file, string yaml, string path)
    {
        var schema = await Schemas.GetOrAdd(schemaName, name => JsonSchema.FromFileAsync(Path.Combine(ShippedFiles.Folder, name)));
        var disagreements = new List<string>();
        var isScalar = YamlEdit.Value(yaml, path) is not ['{' or '[', ..];
        string[] probes =
        [
            .. Scalars, .. isScalar ? [] : path.Contains("layers", StringComparison.Ordinal) ? Layers : Structures,
            .. path.StartsWith("files", StringComparison.Ordinal) ? Files.Select(WithFiles) : [],
        ];
        foreach (var changed in YamlEdit.All(yaml, path, probes))
        {
            desk.Write(file, changed);
            var faults = Faults();
            var isAllowed = schema.Validate(YamlJson.Of(changed)).Count == 0;
            var inherits = changed.StartsWith("{extends: base", StringComparison.Ordinal) ? "extends " : "";
            if (isAllowed != (faults.Length == 0) && !(isAllowed && faults.All(fault => IsInexpressible($"{inherits}{path}: {fault}"))))
            {
                var refusing = isAllowed ? "only the program refuses" : "only the schema refuses";
                disagreements.Add($"{refusing}:\n{changed}\n{string.Join('\n', faults)}");
            }
        }

        Assert.True(disagreements.Count == 0, string.Join("\n\n", disagreements));
    }

    private string[] Faults()
    {
        try
        {
            desk.Load("e");
            return [];
        }
        catch (InputException exception)
        {
            return [.. exception.Message.Split('\n').Skip(1)];
        }
    }

    private static string WithFiles(string probe) => new[] { 'F', 'G' }.Aggregate(probe, (text, letter) => text.Replace(
        $": {letter}", $": {{name: {letter}.x, bytes: 1, sha256: {new string('a', 64)}}}", StringComparison.Ordinal));

    private static bool IsInexpressible(string fault) => Inexpressible.Any(known => Regex.IsMatch(fault, known.Fault));

    private static TheoryData<string> Paths(string yaml) => [.. YamlEdit.Paths(yaml)];
}
