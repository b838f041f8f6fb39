using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>A whole experiment, setting by setting, as its file writes it.</summary>
internal static class ExperimentText
{
    /// <summary>Every setting that a reader of the report can see.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Experiment experiment) =>
    [
        new("experiment", experiment.Name),
        .. experiment.Command is { } command ? [new("command", command)] : Array.Empty<KeyValuePair<string, string>>(),
        new("title", experiment.Title),
        new("description", experiment.Description),
        .. AttributionText.Of("attribution", experiment.Attribution),
        new("data_set", experiment.DataSet.Name),
        new("data_set.title", experiment.DataSet.Title),
        new("data_set.licence", experiment.DataSet.Licence),
        .. AttributionText.Of("data_set.attribution", experiment.DataSet.Attribution),
        .. experiment.DataSet.Addresses.ToList() is { Count: > 0 } addresses
            ? [new("data_set.sources", YamlText.List(addresses))] : Array.Empty<KeyValuePair<string, string>>(),
        .. DataSetText.Of(experiment.DataSet),
        .. experiment.DataSet.Files.Select(file => KeyValuePair.Create($"data_set.files.{SnakeCase.Of(file.Role)}.sha256", file.Sha256)),
        new("seeds", YamlText.List(experiment.Seeds)),
        new("models", YamlText.List(experiment.Models.Select(model => model.Name))),
        .. experiment.Models.SelectMany(model => NetworkText.Of($"models.{model.Name}", model.Input, model.Network)
            .Prepend(new($"models.{model.Name}.title", model.Title))
            .Concat(OwnSettings(experiment, model).Concat(OriginOf(model)).Select(setting =>
                KeyValuePair.Create($"models.{model.Name}.{setting.Key}", setting.Value)))),
        .. TrainingText.Of(experiment.Training),
        .. ValidationText.Of(experiment.Validation),
        new("selection", SnakeCase.Of(experiment.Selection)),
        .. experiment.Baselines.Count > 0
            ? [new("baselines", YamlText.List(experiment.Baselines))] : Array.Empty<KeyValuePair<string, string>>(),
        .. EmbeddingText.Of(experiment.Embedding),
        .. experiment.CompareWith.Count == 0 ? [] : new[] { KeyValuePair.Create("compare_with", YamlText.List(experiment.CompareWith)) },
        .. PublishedText.Of(experiment.Published),
        .. experiment.FailedRuns.Select(run =>
            KeyValuePair.Create(FormattableString.Invariant($"failed.{run.Model}.{run.Seed}"), run.Reason)),
    ];

    // What it computes is the same wherever it comes from; a report tells it.
    private static IEnumerable<KeyValuePair<string, string>> OriginOf(ExperimentModel model) => model.Variation is { } variation
        ? variation.Settings.Select(setting => KeyValuePair.Create($"set.{setting.Key}", setting.Value))
            .Prepend(new(variation.IsOfSweep ? "sweep" : "variant_of", variation.Of))
        : [];

    /// <summary>In what a model's seeds and training differ from those of its experiment, as the model writes it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OwnSettings(Experiment experiment, ExperimentModel model)
    {
        var common = TrainingText.All(experiment.Training).ToDictionary();
        return
        [
            .. model.Seeds.SequenceEqual(experiment.Seeds)
                ? [] : new[] { KeyValuePair.Create("seeds", YamlText.List(model.Seeds)) },
            .. TrainingText.All(model.Training).Where(setting => common[setting.Key] != setting.Value),
        ];
    }
}
