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

    /// <summary>Names of the models in the order of the experiment, which decides between equals, and the seeds of each.</summary>
    public required IReadOnlyList<KeyValuePair<string, IReadOnlyList<ulong>>> Models { get; init; }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Settings
    {
        get
        {
            var seeds = Models.ToDictionary(model => model.Key, model => YamlText.List(model.Value));
            return
            [
                new("selection", SnakeCase.Of(Criterion)),
                new("models", YamlText.List(Models.Select(model => model.Key))),
                .. seeds.Values.Distinct().Count() == 1
                    ? [new("seeds", seeds.Values.First())]
                    : seeds.Select(model => KeyValuePair.Create($"models.{model.Key}.seeds", model.Value)),
            ];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => [Selection];

    /// <summary>Name of the input with the history of a run.</summary>
    public static string HistoryOf(string model, ulong seed) => FormattableString.Invariant($"history/{model}/{seed}");

    /// <inheritdoc/>
    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context)
    {
        outputs.Add(Selection, CanonicalJson.Write(ModelSelection.Select(Criterion, [.. Models.Select(Candidate)])));

        Candidate Candidate(KeyValuePair<string, IReadOnlyList<ulong>> model)
        {
            var last = model.Value
                .Select(seed => CanonicalJson.Read<List<EpochMetrics>>(inputs.Read(HistoryOf(model.Key, seed)))[^1]).ToList();
            return new Candidate(model.Key, Mean(epoch => epoch.Accuracy), Mean(epoch => epoch.ValidationAccuracy),
                Mean(epoch => epoch.ValidationLoss), last.Count);

            double Mean(Func<EpochMetrics, double> figure) => OrderedSum.Mean([.. last.Select(figure)]);
        }
    }
}
