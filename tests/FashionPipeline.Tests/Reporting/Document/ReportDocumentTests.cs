using System.Text.RegularExpressions;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class ReportDocumentTests
{
    [Fact]
    public void Should_mention_every_figure_and_table_in_the_text_and_none_that_is_not_there()
    {
        foreach (var content in new[] { SampleReport.Create(), SampleReport.CreateWithSeeds(), SampleReport.CreateLarge(1, 2), SampleReport.CreateLarge(6, 10), SampleReport.CreateLarge(2, 40) })
        {
            var blocks = ReportDocument.Compose(content);
            var captions = blocks.OfType<FigureBlock>().Select(figure => $"Figure {figure.Number}").Concat(blocks.OfType<TableBlock>().Select(table => $"Table {table.Number}"));
            var text = string.Join('\n', blocks.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text.ToString()).Concat(blocks.OfType<ListBlock>().SelectMany(list => list.Items)));
            var mentions = Regex.Matches(text, "(Figure|Table) [0-9]+").Select(mention => mention.Value).Distinct();

            Assert.Equal(captions.Order(StringComparer.Ordinal), mentions.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Should_take_no_words_of_an_experiment_for_a_mention_of_its_own()
    {
        var blocks = ReportDocument.Compose(SampleReport.Create() with { Description = "Table 2 of the source, made again." });

        var description = blocks.OfType<ParagraphBlock>().First(paragraph => paragraph.Text.ToString() == "Table 2 of the source, made again.");
        Assert.DoesNotContain(description.Text.Pieces, piece => piece.Target is not null);
    }

    [Fact]
    public void Should_not_speak_of_a_choice_where_there_is_one_model()
    {
        var text = Text(SampleReport.CreateLarge(1, 10));

        Assert.Contains("Model 1 (a-model-with-a-rather-long-name-1) is the only model. After 5 epochs", text, StringComparison.Ordinal);
        Assert.DoesNotContain("selection", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"Validation\" is the test set.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("winner", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Comparing models", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_one_epoch()
    {
        var text = Text(WithRuns(run => run with { History = [run.History[0]] }));

        Assert.Contains("Training: 1 epoch, seed 12345.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 epochs", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_name_all_classes_that_are_equally_good()
    {
        Assert.Contains("T-shirt/top, Trouser and 5 others were classified correctly most often (100.00%), Pullover least often (65.00%).", Text(SampleReport.Create()), StringComparison.Ordinal);
        Assert.Contains("Every class was classified correctly equally often (100.00%).", Text(SampleReport.Create(mistakes: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_judge_the_confidence_only_where_chance_does_not_explain_it()
    {
        Assert.Contains("on the whole overconfident: its mean confidence is 100.00%, its accuracy 94.50%", Text(SampleReport.Create()), StringComparison.Ordinal);
        Assert.Contains("on the whole underconfident: its mean confidence is 50.00%, its accuracy 94.50%", Text(WithConfidence(0.5f)), StringComparison.Ordinal);
        Assert.Contains("about as often right as confident: its mean confidence is 95.00%, its accuracy 94.50%", Text(WithConfidence(0.95f)), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_never_call_a_probability_certain_that_is_not()
    {
        var text = Text(WithConfidence(0.999999f));

        Assert.Contains("2 | Pullover | Coat | > 99.99% | < 0.01%", text, StringComparison.Ordinal);
        Assert.Contains("2 | Pullover | Coat | 100.00% | 0.00%", Text(SampleReport.Create()), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_name_the_model_that_is_better_by_more_than_chance() =>
        Assert.Contains("explains, in favour of Model 2 (cnn).", Text(SampleReport.CreateWithWorseFirstModel()), StringComparison.Ordinal);

    private static ReportContent WithRuns(Func<RunFindings, RunFindings> change)
    {
        var content = SampleReport.Create();
        return SampleReport.WithModels(content, [.. content.Models.Select(model => SampleReport.WithRuns(model, [.. model.Runs.Select(change)]))]);
    }

    // What is left goes to the class two before the predicted one: of pullovers taken for coats, to the true one.
    private static ReportContent WithConfidence(float confidence) => WithRuns(run =>
    {
        var probabilities = run.Predictions.Probabilities.ToArray();
        var classes = run.Predictions.Classes;
        for (var i = 0; i < run.Predictions.Count; i++)
        {
            var predicted = run.Predictions.PredictedLabels[i];
            probabilities[(i * classes) + predicted] = confidence;
            probabilities[(i * classes) + ((predicted + classes - 2) % classes)] = 1 - confidence;
        }

        return RunFindings.Of(run.Seed, run.History, run.Predictions with { Probabilities = probabilities }, run.Confusion, run.Classification);
    });

    private static string Text(ReportContent content) => string.Join('\n', ReportDocument.Compose(content).Select(block => block switch
    {
        HeadingBlock heading => heading.Text,
        ResultBlock result => result.Text,
        ParagraphBlock paragraph => paragraph.Text.ToString(),
        ListBlock list => string.Join('\n', list.Items),
        TableBlock table => table.Caption + '\n' + string.Join('\n', table.Rows.Select(row => string.Join(" | ", row))),
        _ => string.Empty,
    }));
}
