using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Evaluation.Seeds;

/// <summary>
/// The run that a report shows, that of the first seed, beside all seeds of an experiment. Models are the same where they have the same
/// figures with this seed, to the last bit; by their names alone nobody could tell.
/// </summary>
public sealed record SeedComparison
{
    /// <summary>Name of the experiment with the seeds.</summary>
    public required string Source { get; init; }

    /// <summary>The seed that is set beside them.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The models that can be compared, in the order of the report.</summary>
    public required IReadOnlyList<SeedStanding> Models { get; init; }

    /// <summary>The models that cannot, in the same order, and why.</summary>
    public required IReadOnlyList<KeyValuePair<string, Incomparable>> LeftOut { get; init; }

    /// <summary>
    /// Name of the model that the rule chooses by the figures of one seed alone, for each seed that all of these models were trained with;
    /// none where only one model can be compared.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<ulong, string>> Choices { get; init; }

    /// <summary>The chosen model and the next one over the seeds; null where one of them is not among these models.</summary>
    public required ModelPair? BestTwo { get; init; }

    /// <summary>With how many of the seeds alone the rule chooses a model.</summary>
    public int TimesChosen(string model) => Choices.Count(choice => choice.Value == model);

    /// <summary>Compares.</summary>
    /// <param name="source">Name of the experiment with the seeds.</param>
    /// <param name="seeds">Its models with all of their seeds.</param>
    /// <param name="findings">The findings of the report.</param>
    public static SeedComparison Of(string source, IReadOnlyList<SeedRuns> seeds, Findings findings)
    {
        var (models, leftOut) = (new List<SeedStanding>(), new List<KeyValuePair<string, Incomparable>>());
        foreach (var model in findings.Models)
        {
            var own = SeedRun.Of(model.FirstRun);
            var all = seeds.FirstOrDefault(other => other.Model == model.Name);
            if (WhyNot(own, all) is { } reason)
            {
                leftOut.Add(new(model.Name, reason));
            }
            else
            {
                models.Add(new(all!, own));
            }
        }

        return new SeedComparison
        {
            Source = source,
            Seed = findings.Models[0].FirstRun.Seed,
            Models = models,
            LeftOut = leftOut,
            Choices = [.. models.Count < 2 ? [] : ChoicesOf(findings.Selection.Criterion, [.. models.Select(model => model.All)])],
            BestTwo = findings.Comparison is { } comparison
                && Find(comparison.Best.Name) is { } best && Find(comparison.Next.Name) is { } next ? ModelPair.Of(best, next) : null,
        };

        SeedRuns? Find(string name) => models.FirstOrDefault(model => model.All.Model == name)?.All;
    }

    private static Incomparable? WhyNot(SeedRun own, SeedRuns? all) =>
        all is null ? Incomparable.NoSuchModel
        : all.Find(own.Seed) is not { } same ? Incomparable.NoSuchSeed
        : same.IsSameAs(own) ? null : Incomparable.OtherFigures;

    private static IEnumerable<KeyValuePair<ulong, string>> ChoicesOf(SelectionCriterion criterion, IReadOnlyList<SeedRuns> models) =>
        from seed in models[0].Runs.Select(run => run.Seed)
        where models.All(model => model.Find(seed) is not null)
        select KeyValuePair.Create(seed, ModelSelection.Rank(
            criterion, [.. models.Select(model => model.Find(seed)!.AsCandidate(model.Model))])[0].Model);
}
