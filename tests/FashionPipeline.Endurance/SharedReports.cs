using FashionPipeline.Pipeline.Experiments;

namespace FashionPipeline.Endurance;

/// <summary>
/// Two experiments, and two variants of one, at once on one store and one reports folder: each report is that of one run, whole.
/// </summary>
internal static class SharedReports
{
    private static readonly string[] Other = ["--set", "training.learning_rate=0.002"];

    public static void Run(Trial trial)
    {
        File.WriteAllText(trial.PathOf("other.yaml"), "extends: quickstart\ntitle: Another experiment\nseeds: [7]\n");
        trial.Report("expected", "plain");
        trial.Report("expected", "variant", settings: Other);
        trial.Report("expected", "other", "other.yaml");
        for (var round = 1; round <= trial.Times; round++)
        {
            if (round % 10 == 1)
            {
                trial.Clear("store");
            }

            Parallel.Invoke(
                () => trial.Report("store", "reports"),
                () => trial.Report("store", "reports", settings: Other),
                () => trial.Report("store", "reports", "other.yaml"));
            foreach (var (expected, name) in new[]
            {
                ("plain", Name("quickstart")), ("variant", Name("quickstart", Other)), ("other", Name("other")),
            })
            {
                if (trial.Digests($"reports/{name}") != trial.Digests($"{expected}/{name}"))
                {
                    trial.Fault($"round {round}: the report {name} is not whole");
                }
            }
        }

        trial.Verify("store");
    }

    private static string Name(string experiment, params string[] settings) =>
        Variant.NameOf(experiment, [.. Trial.Small.Concat(settings).Where(word => word != "--set")], null);
}
