using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;

namespace FashionPipeline.Tests.StandIns.Cake;

/// <summary>One run of the real host over the tasks of this test assembly.</summary>
internal sealed record CakeRun(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors, IReadOnlyList<string> Journal)
{
    public static CakeRun Of(params string[] args) => Of(_ => { }, args);

    public static CakeRun Of(Action<CakeHost> configure, params string[] args)
    {
        var console = new RecordingConsole();
        var journal = new Journal();
        var host = CakeHost.Create().ConfigureServices(services => services.AddSingleton<IConsole>(console).AddSingleton(journal));
        configure(host);
        return new(host.Run(args), console.Output, console.Errors, journal.Entries);
    }
}
