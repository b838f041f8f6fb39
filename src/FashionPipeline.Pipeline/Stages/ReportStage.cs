using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Reporting;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Crates;
using FashionPipeline.Reporting.Croissant;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Renders the report: each of its files is an artifact, named by its path below <c>reports/&lt;experiment&gt;/</c>.</summary>
public sealed record ReportStage : IStage
{
    /// <summary>What the report is about.</summary>
    public required Experiment Experiment { get; init; }

    /// <summary>Versions of the packages that decide numbers and looks, which the report prints.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Software { get; init; }

    /// <summary>The steps that it reads from, each after those that it needs. Their settings are the experiment's.</summary>
    public IReadOnlyList<ReportedStep> Steps { get; init; } = [];

    /// <summary>The metrics of the experiments that it is compared with, in the experiment's order.</summary>
    public IReadOnlyList<ComparedMetrics> ComparedWith { get; init; } = [];

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        .. ExperimentText.Of(Experiment),
        .. ComparedWith.Select(metrics => KeyValuePair.Create(metrics.Name, metrics.Content.Sha256)),
        .. Software.Select(package => KeyValuePair.Create($"software.{package.Key}", package.Value)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs =>
    [
        "report.pdf", "report.html", "report.md", "metrics.json", CroissantFile.FileName, RunCrate.FileName, "tables/*.csv", "tables/*.tex",
        "figures/*.svg", "figures/*.png",
    ];

    /// <inheritdoc/>
    public string? Environment => NumericEnvironment.Of(Experiment.Training);

    /// <inheritdoc/>
    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context)
    {
        var content = new ReportContentReader(Experiment, Software, ComparedWith, inputs).Read();
        content = content with
        {
            Provenance = content.Provenance with
            {
                Steps = [.. Steps.Select(step => step.ToContent(inputs)), Step(inputs)],
                Given = [.. ComparedWith.Select(metrics => new StepFile(metrics.Name, metrics.Content.Sha256, metrics.Content.Bytes))],
            },
        };
        foreach (var (name, bytes) in ReportWriter.Render(content))
        {
            outputs.Add(name, bytes);
        }
    }

    private StepContent Step(StageInputs inputs) => new(NodeNames.Report)
    {
        Settings = [.. Settings.Select(setting => new ProvenanceRow(setting.Key, setting.Value))],
        Environment = Environment,
        Inputs = [.. inputs.All.Select(input => input.Key), .. ComparedWith.Select(metrics => metrics.Name)],
    };
}
