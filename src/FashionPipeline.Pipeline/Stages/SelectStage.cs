using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Chooses the best model by the experiment's criterion, from the last epoch's figures, averaged over the seeds.</summary>
public static class SelectStage
{
    /// <summary>Name of the artifact.</summary>
    public const string Selection = "selection.json";

    /// <summary>The task.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="trained">The record of each run by model and seed.</param>
    /// <param name="blobs">Where artifacts are.</param>
    public static StageTask Of(Experiment experiment, Func<ExperimentModel, ulong, StageRecord> trained, BlobStore blobs)
    {
        var key = new StageKey()
            .With("selection", experiment.Selection)
            .With("models", string.Join(", ", experiment.Models.Select(model => model.Name)))
            .With("seeds", string.Join(", ", experiment.Seeds))
            .With("code", CodeFingerprint.Of(typeof(ModelSelection).Assembly));
        foreach (var model in experiment.Models)
        {
            foreach (var seed in experiment.Seeds)
            {
                key.With(FormattableString.Invariant($"history/{model.Name}/{seed}"), trained(model, seed)[TrainStage.History]);
            }
        }

        return new StageTask
        {
            Id = "select",
            Key = key,
            Work = () => new Dictionary<string, byte[]>
            {
                [Selection] = StoreJson.Write(ModelSelection.Select(experiment.Selection, [.. experiment.Models.Select(Candidate)])),
            },
        };

        Candidate Candidate(ExperimentModel model)
        {
            var last = experiment.Seeds.Select(seed => StoreJson.Read<List<EpochMetrics>>(blobs.Read(trained(model, seed)[TrainStage.History]))[^1]).ToList();
            return new Candidate(
                model.Name, last.Average(epoch => epoch.Accuracy), last.Average(epoch => epoch.ValidationAccuracy), last.Average(epoch => epoch.ValidationLoss));
        }
    }
}
