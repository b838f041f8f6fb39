using Build.Tasks;
using FashionPipeline.Pipeline.Graph;

namespace Build.Options;

/// <summary>
/// What <c>--dryrun</c> means of targets that have a plan. Cake's own dry run lists targets; what a user wants to see is what would be
/// done, and why.
/// </summary>
public static class DryRun
{
    private static readonly string[] Flags = ["--dryrun", "--noop", "--whatif"];
    private static readonly string[] TargetNames = ["--target", "--Target", "-t"];

    /// <summary>The arguments that show the plan; those that were given where there is no dry run, or no plan of its targets.</summary>
    public static IReadOnlyList<string> Rewrite(IReadOnlyList<string> args)
    {
        var (targets, others) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split(['=', ':'], 2);
            if (!TargetNames.Contains(parts[0]))
            {
                others.Add(args[i]);
            }
            else if (parts.Length == 2 || i + 1 < args.Count)
            {
                targets.Add(parts.Length == 2 ? parts[1] : args[++i]);
            }
            else
            {
                return args; // Cake says that the value is missing
            }
        }

        var rest = others.Where(arg => !Flags.Contains(arg)).ToList();
        if (rest.Count == others.Count)
        {
            return args;
        }

        if (targets is [var only] && Is(only, nameof(Prune)))
        {
            return [.. rest, "--target", nameof(Prune), "--" + PipelineArguments.Plan.Name];
        }

        var stages = targets.Select(target => Enum.GetNames<Stage>().FirstOrDefault(stage => Is(target, stage))).ToList();
        if (stages.Zip(targets).Any(pair => pair.First is null && !Is(pair.Second, nameof(Default))))
        {
            return args;
        }

        // The report needs everything.
        var whole = stages.Count == 0 || stages.Contains(null) || stages.Contains(nameof(Stage.Report));
        return
        [
            .. rest, "--target", nameof(Tasks.Plan),
            .. whole ? [] : stages.SelectMany(stage => new[] { "--" + PipelineArguments.Only.Name, stage!.ToLowerInvariant() }),
        ];
    }

    private static bool Is(string typed, string name) => typed.Equals(name, StringComparison.OrdinalIgnoreCase);
}
