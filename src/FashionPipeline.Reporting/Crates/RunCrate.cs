using System.Text.Json.Nodes;
using FashionPipeline.Data;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Crates;

/// <summary>
/// <c>ro-crate-metadata.json</c>: how the report came about, as programs for provenance read it: the workflow and its inputs, each step's
/// run with settings, inputs, results and their digests. It knows no clock and no machine: the date is what the experiment states.
/// Source: RO-Crate 1.1 (w3id.org/ro/crate/1.1) and the profile Provenance Run Crate 0.5 (w3id.org/ro/wfrun/provenance/0.5).
/// </summary>
public static class RunCrate
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "ro-crate-metadata.json";

    private const string Root = "./";
    private const string Run = "#run";
    private const string Workflow = "pipeline.lock.json";
    private const string Code = "code.lock.json";
    private const string Specification = "https://w3id.org/ro/crate/1.1";
    private const string WorkflowCrate = "https://w3id.org/workflowhub/workflow-ro-crate/1.0";

    private static readonly (string Id, string Name, string Version)[] Profiles =
    [
        ("https://w3id.org/ro/wfrun/process/0.5", "Process Run Crate", "0.5"),
        ("https://w3id.org/ro/wfrun/workflow/0.5", "Workflow Run Crate", "0.5"),
        ("https://w3id.org/ro/wfrun/provenance/0.5", "Provenance Run Crate", "0.5"),
        (WorkflowCrate, "Workflow RO-Crate", "1.0"),
    ];

    /// <summary>The file.</summary>
    /// <param name="content">What the report shows.</param>
    /// <param name="report">All other files of the report, by path below its folder.</param>
    public static byte[] ToBytes(ReportContent content, IReadOnlyDictionary<string, byte[]> report)
    {
        var graph = new CrateGraph();
        var files = new CrateFiles(graph, content.DataSet);
        var made = report.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => files.Add(file.Key, file.Value)).ToList();
        foreach (var file in content.Provenance.Given.Concat(content.Provenance.Steps.SelectMany(step => step.Outputs)))
        {
            files.Add(file);
        }

        var steps = new CrateSteps(graph, files, content.Provenance.Software, Code);
        foreach (var step in content.Provenance.Steps)
        {
            steps.Add(step, step == content.Provenance.Steps[^1] ? made : step.Outputs.Select(file => files[file.Name]));
        }

        AddRun(graph, files, steps, content, made);
        AddRoot(graph, files, steps, content);
        return JsonText.ToBytes(new()
        {
            ["@context"] = new JsonArray([$"{Specification}/context", "https://w3id.org/ro/terms/workflow-run/context"]),
            ["@graph"] = graph.ToJson(),
        });
    }

    private static void AddRun(
        CrateGraph graph, CrateFiles files, CrateSteps steps, ReportContent content, IReadOnlyList<string> made)
    {
        var inputs = content.DataSet.Files.Select(file => Parameter(graph, CrateFiles.InputOf(file), file.Name)).ToList();
        graph.Add(Workflow, () => new()
        {
            ["@type"] = new JsonArray(["File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"]),
            ["name"] = content.Experiment,
            ["description"] = "The steps of the experiment: what each of them reads, with which settings, and what it made.",
            ["encodingFormat"] = MediaType.Of(Workflow),
            ["programmingLanguage"] = CrateGraph.To(graph.Add("#language", () =>
                new() { ["@type"] = "ComputerLanguage", ["name"] = "Lock of FashionPipeline" })),
            ["input"] = CrateGraph.To(inputs),
            ["hasPart"] = CrateGraph.To(steps.Tools),
            ["step"] = CrateGraph.To(steps.Steps),
        });
        graph.Add(Code, () => new()
        {
            ["@type"] = "File",
            ["name"] = Code,
            ["description"] = "The members of the code and the packages behind each stage.",
            ["encodingFormat"] = MediaType.Of(Code),
            ["about"] = CrateGraph.To(Run),
        });
        var run = new JsonObject
        {
            ["@type"] = "CreateAction",
            ["name"] = $"Run of {content.Experiment}",
            ["instrument"] = CrateGraph.To(Workflow),
        };
        var given = content.Provenance.Given.Concat(Published(content)).Select(file => files[file.Name]).ToList();
        if (given.Count > 0)
        {
            run.Add("object", CrateGraph.To(given));
        }

        run.Add("result", CrateGraph.To(made));
        graph.Add(Run, () => run);
        graph.Add("#engine-run", () => new()
        {
            ["@type"] = "OrganizeAction",
            ["name"] = "Run of FashionPipeline",
            ["instrument"] = CrateGraph.To(graph.Add("#engine", () =>
                new() { ["@type"] = "SoftwareApplication", ["name"] = "FashionPipeline" })),
            ["object"] = CrateGraph.To(steps.Actions),
            ["result"] = CrateGraph.To(Run),
        });
    }

    private static void AddRoot(CrateGraph graph, CrateFiles files, CrateSteps steps, ReportContent content)
    {
        graph.Add(FileName, () => new()
        {
            ["@type"] = "CreativeWork",
            ["about"] = CrateGraph.To(Root),
            ["conformsTo"] = CrateGraph.To([Specification, WorkflowCrate]),
        });
        foreach (var (id, name, version) in Profiles)
        {
            graph.Add(id, () => new() { ["@type"] = "CreativeWork", ["name"] = name, ["version"] = version });
        }

        var root = new JsonObject
        {
            ["@type"] = "Dataset",
            ["name"] = content.Title,
            ["description"] = content.Description.Length > 0 ? content.Description : $"Report of the experiment {content.Experiment}.",
            ["conformsTo"] = CrateGraph.To(Profiles.Select(profile => profile.Id)),
            ["license"] = CrateGraph.To(Licence(graph, content)),
            ["mainEntity"] = CrateGraph.To(Workflow),
            ["hasPart"] = CrateGraph.To([Workflow, Code, .. files.All]),
            ["mentions"] = CrateGraph.To([Run, "#engine-run", .. steps.Runs]),
        };
        Add(root, graph, content.Attribution);
        graph.Add(Root, () => root);
    }

    private static void Add(JsonObject root, CrateGraph graph, Attribution attribution)
    {
        if (attribution.Authors.Count > 0)
        {
            root.Add("author", CrateGraph.To(attribution.Authors.Select(author => graph.Add($"#author/{CrateFiles.Escape(author)}", () =>
                new() { ["@type"] = "Person", ["name"] = author }))));
        }

        if (attribution.Publisher is { } publisher)
        {
            root.Add("publisher", CrateGraph.To(graph.Add("#publisher", () =>
                new() { ["@type"] = "Organization", ["name"] = publisher })));
        }

        AttributionTerms.Add(root, attribution, "creditText");
    }

    private static string Licence(CrateGraph graph, ReportContent content) => content.Attribution.Licence is { } address
        ? graph.Add(address, () => new() { ["@type"] = "CreativeWork", ["name"] = address })
        : graph.Add("#licence", () => new()
        {
            ["@type"] = "CreativeWork",
            ["name"] = "No licence stated",
            ["description"] = $"The experiment states no licence. That of its data, {content.DataSet.Title}: {content.DataSet.Licence}.",
        });

    private static string Parameter(CrateGraph graph, string id, string name) => graph.Add(id, () => new()
    {
        ["@type"] = "FormalParameter",
        ["additionalType"] = "File",
        ["name"] = name,
    });

    private static IEnumerable<StepFile> Published(ReportContent content)
    {
        var published = content.DataSet.Files.Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal);
        return content.Provenance.Steps.SelectMany(step => step.Outputs).Where(file => published.Contains(file.Sha256));
    }
}
