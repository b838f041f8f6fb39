using FashionPipeline.Data;
using FashionPipeline.Evaluation.Selection;

namespace FashionPipeline.Evaluation.Summary;

/// <summary>Every number of a report about models, computed once; what prints them computes nothing.</summary>
public sealed record Findings
{
    /// <summary>How many images are shown of a kind: samples, mistakes, predictions.</summary>
    public const int ShownImages = 9;

    /// <summary>The models in the experiment's order, at least one.</summary>
    public required IReadOnlyList<ModelFindings> Models { get; init; }

    /// <summary>Which model was chosen, and who would have won by other rules.</summary>
    public required SelectionResult Selection { get; init; }

    /// <summary>The chosen model against the next one; null where there is one model alone.</summary>
    public required ModelComparison? Comparison { get; init; }

    /// <summary>The chosen model against each that it is measured by; none where there are no such models.</summary>
    public IReadOnlyList<BaselineComparison> Baselines { get; init; } = [];

    /// <summary>Models beside their variants, in the order of the variants; none where there are no variants.</summary>
    public IReadOnlyList<VariantComparison> Variants { get; init; } = [];

    /// <summary>The last training image of each of the first classes, as indexes: the source shows these.</summary>
    public required IReadOnlyList<int> Samples { get; init; }

    /// <summary>The findings of an experiment.</summary>
    /// <param name="models">The models, at least one.</param>
    /// <param name="selection">The selection among them.</param>
    /// <param name="train">The training images.</param>
    /// <param name="baselines">Names of models that the chosen one is measured by; null for none.</param>
    /// <param name="variants">Names of models and of a variant of each; null for none.</param>
    public static Findings Of(
        IReadOnlyList<ModelFindings> models,
        SelectionResult selection,
        LabelledImages train,
        IReadOnlyList<string>? baselines = null,
        IEnumerable<(string Model, string Variant)>? variants = null)
    {
        return new Findings
        {
            Models = models,
            Selection = selection,
            Baselines =
            [
                .. from name in baselines ?? []
                   where name != selection.Model
                   select BaselineComparison.Of(Model(selection.Model), Model(name)),
            ],
            Variants = [.. (variants ?? []).Select(pair => VariantComparison.Of(Model(pair.Model), Model(pair.Variant)))],
            Comparison = ModelComparison.Of(selection, models),
            Samples =
            [
                .. train.Labels.Index().ToLookup(label => label.Item, label => label.Index)
                    .OrderBy(label => label.Key).Select(label => label.Last()).Take(ShownImages),
            ],
        };

        ModelFindings Model(string name) => models.Single(model => model.Name == name);
    }
}
