using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Reporting.Crates;

/// <summary>
/// The steps of a crate, as they were meant and as they were done: for each a <c>HowToStep</c>, a <c>ControlAction</c> that carried it out,
/// and a <c>CreateAction</c> of the stage's program with its settings, inputs and results.
/// </summary>
/// <param name="graph">Takes them.</param>
/// <param name="files">Holds every file that they have read or made.</param>
/// <param name="software">The packages that stages run on.</param>
/// <param name="code">The <c>@id</c> of the file that lists the code behind each stage.</param>
internal sealed class CrateSteps(CrateGraph graph, CrateFiles files, IReadOnlyList<ProvenanceRow> software, string code)
{
    private const int DigestLength = 12;

    private readonly List<string> steps = [];
    private readonly List<string> actions = [];
    private readonly List<string> runs = [];
    private readonly List<string> tools = [];

    /// <summary>What was to be done: the <c>@id</c>s of the steps.</summary>
    public IReadOnlyList<string> Steps => steps;

    /// <summary>The <c>@id</c>s of what carried them out.</summary>
    public IReadOnlyList<string> Actions => actions;

    /// <summary>The <c>@id</c>s of the programs' runs.</summary>
    public IReadOnlyList<string> Runs => runs;

    /// <summary>The <c>@id</c>s of the programs, one a stage.</summary>
    public IReadOnlyList<string> Tools => [.. tools.Distinct(StringComparer.Ordinal)];

    /// <summary>Adds a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="results">The <c>@id</c>s of the files that it made.</param>
    public void Add(StepContent step, IEnumerable<string> results)
    {
        var name = CrateFiles.Escape(step.Id);
        var tool = graph.Add($"#stage/{step.Stage}", () => new()
        {
            ["@type"] = "SoftwareApplication",
            ["name"] = $"FashionPipeline, stage {step.Stage}",
            ["softwareRequirements"] = CrateGraph.To(software.Select(Package)),
            ["subjectOf"] = CrateGraph.To(code),
        });
        tools.Add(tool);
        steps.Add(graph.Add($"#step/{name}", () => new()
        {
            ["@type"] = "HowToStep",
            ["name"] = step.Id,
            ["position"] = FormattableString.Invariant($"{steps.Count + 1}"),
            ["workExample"] = CrateGraph.To(tool),
        }));
        runs.Add(graph.Add($"#run/{name}", () =>
        {
            var run = new JsonObject
            {
                ["@type"] = "CreateAction",
                ["name"] = $"Run of {step.Id}",
                ["instrument"] = CrateGraph.To(tool),
            };
            var read = step.Inputs.Select(input => files[input]).Distinct(StringComparer.Ordinal).Concat(Settings(step)).ToList();
            if (read.Count > 0)
            {
                run.Add("object", CrateGraph.To(read));
            }

            run.Add("result", CrateGraph.To(results.Distinct(StringComparer.Ordinal)));
            return run;
        }));
        actions.Add(graph.Add($"#control/{name}", () => new()
        {
            ["@type"] = "ControlAction",
            ["name"] = $"Control of {step.Id}",
            ["instrument"] = CrateGraph.To(steps[^1]),
            ["object"] = CrateGraph.To(runs[^1]),
        }));
    }

    private IEnumerable<string> Settings(StepContent step) => step.Settings
        .Concat(step.Environment is { } environment ? [new ProvenanceRow("environment", environment)] : Array.Empty<ProvenanceRow>())
        .Select(Setting);

    // Steps share most of their settings. Values may be long, so a digest stands for them.
    private string Setting(ProvenanceRow setting)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(setting.Value)))[..DigestLength];
        return graph.Add($"#setting/{CrateFiles.Escape(setting.Name)}/{digest}", () =>
            new() { ["@type"] = "PropertyValue", ["name"] = setting.Name, ["value"] = setting.Value });
    }

    private string Package(ProvenanceRow package) => graph.Add($"#package/{CrateFiles.Escape(package.Name)}", () =>
        new() { ["@type"] = "SoftwareApplication", ["name"] = package.Name, ["version"] = package.Value });
}
