using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Sharing;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Pipeline.Store.Remotes;
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

    /// <summary>Is asked for results before they are made; null for nobody.</summary>
    public IRemote? Remote { get; set; }

    public string[] Lines => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => Folder.Dispose();

    public IReadOnlyList<string> Plan(StageGraph graph) =>
        [.. new Planner(graph, Store, _ => Code).Plan().Select(plan => $"{plan.Node.Id}  {plan.Text}")];

    /// <summary>Runs all nodes of a graph, as a new process would.</summary>
    public IReadOnlyDictionary<string, NodeResult> Run(StageGraph graph, int jobs = 1) => Run(graph, graph.Nodes, jobs);

    /// <summary>Runs one node of a graph and what it needs, as a new process would.</summary>
    public IReadOnlyDictionary<string, NodeResult> Run(StageGraph graph, string node) => Run(graph, [graph[node]], 1);

    /// <summary>Sends what is current of a graph to the remote store.</summary>
    public PushedResults Push(StageGraph graph) =>
        PushedResults.Of("experiment", new Planner(graph, Store, _ => Code).Plan(), Store, Remote!, Say);

    /// <summary>Fetches from the remote store what is not current of a graph.</summary>
    public PulledResults Pull(StageGraph graph) =>
        PulledResults.Of(graph.Nodes, new Planner(graph, Store, _ => Code), Store, new RemoteResults(Remote!, Store), Say)
            .RequireWhole();

    /// <summary>Lays a published file where the data set's files are.</summary>
    public void Lay(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Store.Published.Folder);
        File.WriteAllBytes(Path.Combine(Store.Published.Folder, name), bytes);
    }

    private IReadOnlyDictionary<string, NodeResult> Run(StageGraph graph, IEnumerable<StageNode> nodes, int jobs)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var display = new Display(console);
        var remote = Remote is null ? null : new ReadThrough(new RemoteResults(Remote, Store), display.Line);
        var runner = new Runner(graph, new Planner(graph, Store, _ => Code), Store, display, new RunLog(), jobs, remote);
        runner.Run(nodes);
        return runner.Results;
    }

    // Several nodes may be sent or fetched at the same time.
    private void Say(string line)
    {
        lock (output)
        {
            output.WriteLine(line);
        }
    }

    public byte[] Read(NodeResult result) => Store.Blobs.Read(result.Outputs[ScriptedStage.Output]);
}
