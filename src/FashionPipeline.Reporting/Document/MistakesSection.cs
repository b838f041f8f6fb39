using System.Globalization;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Figures;

namespace FashionPipeline.Reporting.Document;

/// <summary>The mistakes that the best model was surest of: wrong labels, odd garments, or what it has not learnt.</summary>
internal static class MistakesSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        var run = content.BestModel.FirstRun;
        var mistakes = run.Mistakes;
        builder.Section("Most confident mistakes");
        if (mistakes.Count == 0)
        {
            builder.Paragraph($"{Words.Of(content.BestModel)} classified every test image correctly.");
            return;
        }

        var names = content.DataSet.LabelNames;
        var shown = mistakes.Take(Findings.ShownImages).ToDictionary(mistake => mistake.Image);
        var (table, grid) = (Reference.ToTable(), Reference.ToFigure());
        builder.Paragraph(
            $"{Words.Of(content.BestModel)}, seed {run.Seed.ToString(CultureInfo.InvariantCulture)}, classified {Words.Thousands(mistakes.Count)} test image{(mistakes.Count == 1 ? string.Empty : "s")} incorrectly. "
            + $"{table} and {grid} show {(mistakes.Count > Findings.ShownImages ? $"the {Words.Count(Findings.ShownImages)} of which it was surest" : mistakes.Count == 1 ? "it" : "them, the surest first")}: wrong labels, and what the model has not learnt, are found here.");
        builder.Table(
            table,
            "The most confident mistakes, with the probabilities of the predicted and of the true class. Images are counted from 0.",
            [new("Image", true), new("Class", false, 2), new("Predicted", false, 2), new("Probability", true, 1.3f), new("Probability of the true class", true, 2)],
            mistakes.Take(Findings.ShownImages).Select(mistake => new[]
            {
                Words.Count(mistake.Image), names[mistake.Truth], names[mistake.Predicted], Words.Chance(mistake.Confidence), Words.Chance(mistake.TruthProbability),
            }));
        builder.Figure(
            grid,
            "The most confident mistakes, the most confident first.",
            ImageGrid.Create("confident-mistakes", "Most Confident Mistakes", content.Data.Test, [.. mistakes.Take(Findings.ShownImages).Select(mistake => mistake.Image)], Title, 3));

        string Title(int image) =>
            $"Class: {Words.Short(names[shown[image].Truth])}\nPredicted: {Words.Short(names[shown[image].Predicted])}\nProbability: {Words.Chance(shown[image].Confidence)}";
    }
}
