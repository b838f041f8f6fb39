using FashionPipeline.Data.Files;
using FashionPipeline.Data;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Reporting;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Renders the report: each of its files is an artifact, named by its path below <c>reports/&lt;experiment&gt;/</c>.</summary>
public static class ReportStage
{
    /// <summary>The task.</summary>
    /// <param name="results">All records that the report shows.</param>
    /// <param name="blobs">Where artifacts are.</param>
    /// <param name="data">The data.</param>
    public static StageTask Of(ExperimentResults results, BlobStore blobs, Func<DataSplits> data)
    {
        var experiment = results.Experiment;
        var provenance = ReportProvenance.Of(results);
        var key = new StageKey()
            .With("experiment", experiment.Name)
            .With("title", experiment.Title)
            .With("description", experiment.Description)
            .With("model_titles", string.Join("; ", experiment.Models.Select(model => $"{model.Name}: {model.Title}")))
            .With("analysis.spectral_embedding", experiment.Embedding is null ? "no" : "yes")
            .With("data_set", $"{experiment.DataSet.Title}, {experiment.DataSet.Licence}")
            .With("published", StoreJson.Text(experiment.Published))
            .With("software", provenance.Software.Select(row => KeyValuePair.Create(row.Name, row.Value)))
            .With("code", CodeFingerprint.Of(typeof(ReportWriter).Assembly));
        foreach (var setting in provenance.Settings)
        {
            key.With(setting.Name, setting.Value);
        }

        foreach (var record in results.All)
        {
            foreach (var (name, artifact) in record.Outputs)
            {
                key.With($"{record.Id}/{name}", artifact);
            }
        }

        return new StageTask
        {
            Id = "report",
            Key = key,
            Work = () => ReportWriter.Render(ReportContentReader.Read(results, provenance, data(), blobs)),
        };
    }

    /// <summary>Lays the report's files out in <paramref name="folder"/>: writes what is missing or differs, removes what an earlier report left.</summary>
    public static void LayOut(StageRecord record, BlobStore blobs, string folder)
    {
        foreach (var (name, artifact) in record.Outputs)
        {
            var path = Path.Combine(folder, name);
            var bytes = blobs.Read(artifact);
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            {
                AtomicFile.Write(path, bytes);
            }
        }

        foreach (var subfolder in new[] { "figures", "tables" }.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
        {
            foreach (var path in Directory.EnumerateFiles(subfolder))
            {
                if (!record.Outputs.ContainsKey(Path.GetRelativePath(folder, path).Replace('\\', '/')))
                {
                    File.Delete(path);
                }
            }
        }
    }
}
