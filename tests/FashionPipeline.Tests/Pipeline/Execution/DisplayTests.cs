using System.Text;
using System.Text.RegularExpressions;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Execution.Live;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;
using Spectre.Console;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed partial class DisplayTests
{
    private static readonly string[] Epochs =
    [
        "  train/mlp/1  epoch 1/2  loss 0.5000  accuracy 0.8000  validation loss 0.6000  validation accuracy 0.7000",
        "  train/mlp/1  epoch 2/2  loss 0.5000  accuracy 0.8000  validation loss 0.6000  validation accuracy 0.7000",
    ];

    private readonly StringWriter output = new();

    [Fact]
    public void Should_say_a_line_an_epoch_where_nobody_watches() => Assert.Equal(Epochs, Trained(isTerminal: false, hasAnsi: false));

    [Fact]
    public void Should_say_the_same_on_a_terminal_that_cannot_move_its_cursor() =>
        Assert.Equal(Epochs, Trained(isTerminal: true, hasAnsi: false));

    [Fact]
    public void Should_show_bars_on_a_terminal_and_leave_the_last_figures()
    {
        var lines = Trained(isTerminal: true, hasAnsi: true);

        Assert.Contains(lines, line => line.Contains("all", StringComparison.Ordinal)
            && line.Contains("1 of 2 steps, about 2 s left", StringComparison.Ordinal));
        Assert.Contains("  train/mlp/1  validation loss 0.6000  accuracy 0.7000", lines);
        Assert.DoesNotContain(lines, line => Epochs.Contains(line));
    }

    [Fact]
    public void Should_end_with_a_link_to_the_report_on_a_terminal_only()
    {
        new Display(Console(isTerminal: false, hasAnsi: false)).Result(["Best"], "/a b/report.pdf");

        Assert.Equal(["", "Best", "Report: /a b/report.pdf"], Lines());
    }

    [Fact]
    public void Should_say_nothing_where_it_is_to_be_quiet()
    {
        var display = new Display(Console(isTerminal: true, hasAnsi: true), isQuiet: true);
        display.WithBars(() => Train(display));
        display.Result(["Best"], "/report.pdf");

        Assert.Empty(output.ToString());
    }

    private string[] Trained(bool isTerminal, bool hasAnsi)
    {
        var display = new Display(Console(isTerminal, hasAnsi), left: () => new TimeLeft(
            new Dictionary<string, double?> { ["train/mlp/1"] = 3, ["report"] = 2 }, 1, TimeProvider.System));
        display.WithBars(() => display.During("train/mlp/1", () => Train(display)));
        return Lines();
    }

    private static bool Train(Display display)
    {
        var progress = display.ProgressOf("train/mlp/1");
        foreach (var epoch in new[] { 1, 2 })
        {
            progress.Report(new TrainingProgress(epoch, 2, 1, 1, 0.5, 0.8, new EpochMetrics
            {
                Epoch = epoch, Loss = 0.5, Accuracy = 0.8, ValidationLoss = 0.6, ValidationAccuracy = 0.7,
            }));
        }

        return true;
    }

    private IAnsiConsole Console(bool isTerminal, bool hasAnsi) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = hasAnsi ? AnsiSupport.Yes : AnsiSupport.No,
        Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        Out = new Output(output, isTerminal),
    });

    private string[] Lines() => Control().Replace(output.ToString().TrimEnd(), "").Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Control();

    private sealed class Output(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => 120;

        public int Height => 40;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
