using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

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
            builder.Paragraph($"{Wording.Of(content.BestModel)} classified every test image correctly.");
            return;
        }

        var names = content.DataSet.LabelNames;
        var shown = mistakes.Take(Findings.ShownImages).ToList();
        var (table, grid) = (Reference.ToTable(), Reference.ToFigure());
        var these = mistakes.Count > Findings.ShownImages ? $"the {Findings.ShownImages} of which it was surest"
            : mistakes.Count == 1 ? "it"
            : "them, the surest first";
        builder.Paragraph(
            $"{Wording.Of(content.BestModel)}, seed {run.Seed}, classified {Wording.Thousands(mistakes.Count)} test "
            + $"image{(mistakes.Count == 1 ? string.Empty : "s")} incorrectly. "
            + $"{table} and {grid} show {these}. Some of these labels may be wrong; other images are unlike "
            + $"those of their class that the model was trained on.");
        builder.Table(
            table,
            "The most confident mistakes: the probability that the model left for all classes but the predicted one, the least first, and "
                + "what of it the true class got. Images are counted from 0.",
            [
                new("Image", true) { IsRowHead = true }, new("True class", false, 2), new("Predicted class", false, 2),
                new("Left for all others", true, 2), new("Of it the true class", true, 2),
            ],
            shown.Select(mistake => new[]
            {
                $"{mistake.Image}", names[mistake.Truth], names[mistake.Predicted],
                Wording.Scientific(1 - mistake.Confidence), Wording.Scientific(mistake.TruthProbability),
            }));
        int[] images = [.. shown.Select(mistake => mistake.Image)];
        builder.Figure(
            grid,
            "The most confident mistakes, sorted by the probability of the predicted class.",
            ImageGrid.Create("confident-mistakes", "Most Confident Mistakes", content.Data.Test, images, Title, 2));
        string Title(int image)
        {
            var mistake = shown.First(mistake => mistake.Image == image);
            return $"Class: {Wording.Short(names[mistake.Truth])}\nPredicted: {Wording.Short(names[mistake.Predicted])}";
        }
    }
}
