using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Numerics.Elementary;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Chooses the best model by a criterion, from the last epoch's figures, averaged over the seeds.</summary>
public sealed record SelectStage : IStage
{
    /// <summary>Name of the artifact.</summary>
    public const string Selection = "selection.json";

    /// <summary>The criterion.</summary>
    public required SelectionCriterion Criterion { get; init; }

    /// <summary>Names of the models in the order of the experiment, which decides between equals.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>The seeds with which each model was trained.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("selection", SnakeCase.Of(Criterion)),
        new("models", YamlText.List(Models)),
        new("seeds", YamlText.List(Seeds)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => [Selection];

    /// <summary>Name of the input with the history of a run.</summary>
    public static string HistoryOf(string model, ulong seed) => FormattableString.Invariant($"history/{model}/{seed}");

    /// <inheritdoc/>
    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context)
    {
        outputs.Add(Selection, CanonicalJson.Write(ModelSelection.Select(Criterion, [.. Models.Select(Candidate)])));

        Candidate Candidate(string model)
        {
            var last = Seeds.Select(seed => CanonicalJson.Read<List<EpochMetrics>>(inputs.Read(HistoryOf(model, seed)))[^1]).ToList();
            return new Candidate(model, Mean(epoch => epoch.Accuracy), Mean(epoch => epoch.ValidationAccuracy),
                Mean(epoch => epoch.ValidationLoss));

            double Mean(Func<EpochMetrics, double> figure) => OrderedSum.Mean([.. last.Select(figure)]);
        }
    }
}
