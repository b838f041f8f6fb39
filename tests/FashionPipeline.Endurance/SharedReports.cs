namespace FashionPipeline.Endurance;

/// <summary>
/// Two experiments, and two variants of one, at once on one store and one reports folder: each report is that of one run, whole.
/// </summary>
internal static class SharedReports
{
    private static readonly string[] Variant = ["--set", "training.learning_rate=0.002"];

    public static void Run(Trial trial)
    {
        File.WriteAllText(trial.PathOf("other.yaml"), "extends: quickstart\ntitle: Another experiment\nseeds: [7]\n");
        trial.Report("expected", "plain");
        trial.Report("expected", "variant", settings: Variant);
        trial.Report("expected", "other", "other.yaml");
        for (var round = 1; round <= trial.Times; round++)
        {
            if (round % 10 == 1)
            {
                trial.Clear("store");
            }

            Parallel.Invoke(
                () => trial.Report("store", "reports"),
                () => trial.Report("store", "reports", settings: Variant),
                () => trial.Report("store", "reports", "other.yaml"));
            var quickstart = trial.Digests("reports/quickstart@small");
            if (quickstart != trial.Digests("plain/quickstart@small") && quickstart != trial.Digests("variant/quickstart@small"))
            {
                trial.Fault($"round {round}: the report of quickstart is of no single run");
            }

            if (trial.Digests("reports/other") != trial.Digests("other/other"))
            {
                trial.Fault($"round {round}: the report of the other experiment is not whole");
            }
        }

        trial.Verify("store");
    }
}
