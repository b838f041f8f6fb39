using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>The numbers of an experiment's source, as experiments write them below <c>published</c>.</summary>
internal static class PublishedText
{
    /// <summary>What is stated, and nothing for what is not.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(PublishedResults? published) => published is null
        ? []
        : new (string Name, object? Value)[]
        {
            ("citation", published.Citation),
            ("best_model", published.BestModel),
            ("best_model_of_text", published.BestModelOfText),
            ("weak_classes", published.WeakClasses.Count > 0 ? YamlText.List(published.WeakClasses) : null),
            ("taken_for", published.TakenFor.Count > 0 ? YamlText.List(published.TakenFor.Select(YamlText.List)) : null),
            ("reasonable_mistakes", Truth(published.HasReasonableMistakes)),
            ("embedding_agrees", Truth(published.EmbeddingAgrees)),
            ("label_correct", published.LabelCorrect.Count > 0 ? YamlText.List(published.LabelCorrect) : null),
            ("confusion_matrix", published.Confusion.Count > 0 ? YamlText.List(published.Confusion) : null),
        }
        .Concat(published.Models.SelectMany(model => new (string Name, object? Value)[]
        {
            ($"models.{model.Model}.parameters", model.Parameters),
            ($"models.{model.Model}.training_accuracy", model.TrainingAccuracy),
            ($"models.{model.Model}.validation_accuracy", model.ValidationAccuracy),
            ($"models.{model.Model}.overfitted", Truth(model.IsOverfitted)),
        }))
        .Where(setting => setting.Value is not null)
        .Select(setting => KeyValuePair.Create($"published.{setting.Name}", FormattableString.Invariant($"{setting.Value}")));

    private static string? Truth(bool? value) => value is { } truth ? YamlText.Of(truth) : null;
}
