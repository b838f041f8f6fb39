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

        string[] planned = [nameof(Prune), .. Enum.GetNames<Stage>()];
        var chosen = targets.DefaultIfEmpty(nameof(Default))
            .Select(target => Is(target, nameof(Default)) ? nameof(Report) : target).ToList();
        return chosen.All(target => planned.Any(name => Is(target, name)))
            ? [.. rest, .. chosen.SelectMany(target => new[] { "--target", target }), "--exclusive", "--" + PipelineArguments.Plan.Name]
            : args;
    }

    private static bool Is(string typed, string name) => typed.Equals(name, StringComparison.OrdinalIgnoreCase);
}
