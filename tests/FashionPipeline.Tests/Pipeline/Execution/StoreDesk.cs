using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Tests.Pipeline.Graph;
using Spectre.Console;

namespace FashionPipeline.Tests.Pipeline.Execution;

/// <summary>A store of a test's own, and what is said while nodes run in it.</summary>
internal sealed class StoreDesk : IDisposable
{
    private readonly StringWriter output = new();

    public StoreDesk() => Store = new NodeStore(new StoreLayout(Folder["store"]), "experiment", "set");

    public TemporaryFolder Folder { get; } = new();

    public NodeStore Store { get; }

    /// <summary>The fingerprint of all code.</summary>
    public string Code { get; set; } = new('c', 64);

    public string[] Lines => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => Folder.Dispose();

    public IReadOnlyList<string> Plan(StageGraph graph) => [.. new Planner(graph, Store, _ => Code).Plan().Select(plan => $"{plan.Node.Id}  {plan.Text}")];

    /// <summary>Runs all nodes of a graph, as a new process would.</summary>
    public IReadOnlyDictionary<string, NodeResult> Run(StageGraph graph, int jobs = 1)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var runner = new Runner(graph, new Planner(graph, Store, _ => Code), Store, new Display(console), new RunLog(), jobs);
        runner.Run(graph.Nodes);
        return runner.Results;
    }

    public byte[] Read(NodeResult result) => Store.Blobs.Read(result.Outputs[ScriptedStage.Output]);
}
