using Build.Tasks;
using FashionPipeline.Pipeline.Graph;

namespace Build.Options;

/// <summary>
/// What <c>--dryrun</c>, <c>--tree</c> and <c>--executor</c> mean of targets that have a plan. Cake's own list targets; what a user wants
/// to see is what would be done, and why. A plan is submitted as a whole, and not target by target.
/// </summary>
public static class PlanFlags
{
    private static readonly string[] DryRun = ["--dryrun", "--noop", "--whatif"];
    private static readonly string[] Tree = ["--tree", "--showtree"];
    private static readonly string[] TargetNames = ["--target", "--Target", "-t"];

    /// <summary>
    /// The arguments that show or submit the plan; those that were given where none of this is asked for, or the targets have no plan.
    /// </summary>
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

        var rest = others.Where(arg => !DryRun.Contains(arg) && !Tree.Contains(arg)).ToList(); // options may be repeated
        var chosen = targets.DefaultIfEmpty(nameof(Default))
            .Select(target => Is(target, nameof(Default)) ? nameof(Report) : target).ToList();
        return others.Any(Tree.Contains) && HavePlan(chosen, nameof(Tasks.Plan))
            ? [.. rest, "--target", nameof(Tasks.Plan), "--" + PipelineArguments.Format.Name, "tree"]
            : others.Any(DryRun.Contains) && HavePlan(chosen, nameof(Prune))
            ? [.. rest, .. chosen.SelectMany(target => new[] { "--target", target }), "--exclusive", "--" + PipelineArguments.Plan.Name]
            : IsSubmission(others) && HavePlan(chosen, nameof(Report))
            ? [.. rest, .. chosen.SelectMany(target => new[] { "--target", target }), "--exclusive"]
            : args;
    }

    // What a stage needs is submitted with it.
    private static bool IsSubmission(List<string> others)
    {
        var option = "--" + PipelineArguments.Executor.Name;
        return others.Contains($"{option}=slurm") || others.Contains($"{option}:slurm")
            || others.Index().Any(arg => arg.Item == option && others.ElementAtOrDefault(arg.Index + 1) == "slurm");
    }

    private static bool HavePlan(List<string> targets, string another) =>
        targets.All(target => Enum.GetNames<Stage>().Append(another).Any(name => Is(target, name)));

    private static bool Is(string typed, string name) => typed.Equals(name, StringComparison.OrdinalIgnoreCase);
}
