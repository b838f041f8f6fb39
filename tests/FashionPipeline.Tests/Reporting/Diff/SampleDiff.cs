using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Tests.Reporting.Diff;

/// <summary>A difference with one of everything.</summary>
internal static class SampleDiff
{
    /// <summary>The difference.</summary>
    /// <param name="name">Stands wherever an experiment or a file chooses a text.</param>
    public static ReportDiff With(string name) => new()
    {
        From = new("HEAD", name, new('a', 40)),
        To = new("the working tree", name, null),
        Verdict = Verdict.Worse,
        Headline = new(name, name, 0.88, 0.86) { Deviation = 0.005, PValue = 0.0002 },
        Causes = [new(name, name, name, name, [name])],
        Metrics = [new($"models.{name}.validationLoss.mean", 0.3, 0.4, Verdict.Worse), new(name, 1, null, null)],
        Facts = [new(name, name, name)],
        Classes = [new(name, name, 0.5, 0.6), new(name, "Bag", 0.9, 0.8)],
        Tables = [new(name, ChangeState.Changed, 1, [new(name, name, name, name)]), new(name, ChangeState.New, 0, [])],
        Text = [new(name, $"{name} indeed")],
        Predictions = [new(name, name, 100, 3, 5, 1, 0.7, [new(name, name, name, 9)], [new(4, name, name, name, 0.9)], "flips-cnn-1.png")],
        Figures =
        [
            new(name, ChangeState.Changed, 0.25, "curve-before.png", "curve-now.png", "curve-difference.png"),
            new(name, ChangeState.New, 1, null, "other-now.png", null),
        ],
        Pdf = new(12, 13, [1, 13]),
        Weights = [new(name, name, name, 7, 0.5f, 0.25f)],
        Notes = [name],
    };
}
