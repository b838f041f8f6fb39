using System.Globalization;
using System.Text.RegularExpressions;
using FashionPipeline.Data;
using FashionPipeline.Tests.Data.Decoding;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>Images of the user's own through the real build.sh.</summary>
[Collection(QuickstartCollection.Name)]
public sealed partial class OwnDataTests(QuickstartRun quickstart)
{
    [Fact]
    public async Task Should_say_what_the_best_model_takes_an_image_for_and_train_nothing_again()
    {
        using var sandbox = quickstart.Copy();
        var shape = new ImageShape(40, 30, 3);
        File.WriteAllBytes(sandbox.PathOf("my shirt.png"), PngBytes.Of(new byte[shape.Values], shape));

        var run = await sandbox.Run(["--target", "Predict", "--experiment", "quickstart", "--image", "my shirt.png"]);

        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        Assert.Contains("select  reused", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "my shirt.png  (40 x 30 colour pixels, brought to 28 x 28 grey pixels)", run.Output, StringComparison.Ordinal);
        var shares = ShareOfClass().Matches(run.Output).Select(match => match.Groups["share"].Value).ToList();
        Assert.Equal(10, shares.Count);
        Assert.Equal(shares.Select(Number).OrderDescending(), shares.Select(Number));
    }

    [Fact]
    public async Task Should_put_what_the_best_model_takes_a_folder_for_into_a_table()
    {
        using var sandbox = quickstart.Copy();
        var shape = new ImageShape(28, 28);
        Directory.CreateDirectory(sandbox.PathOf("pictures/more"));
        File.WriteAllBytes(sandbox.PathOf("pictures/shirt.png"), PngBytes.Of(new byte[shape.Values], shape));
        File.WriteAllBytes(sandbox.PathOf("pictures/more/bag.png"), PngBytes.Of(new byte[shape.Values], shape));

        var run = await sandbox.Run(["--target", "Predict", "--experiment", "quickstart", "--images", "pictures"]);
        var named = await sandbox.Run(
            ["--target", "Predict", "--experiment", "quickstart", "--images", "pictures", "--output", "tables/mine.csv"]);

        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        Assert.Matches(@"(?m)^ +\d+\.\d\d %  [\w/ -]+  more/bag\.png\r?$", run.Output);
        Assert.Contains(
            $"Written, with the probability of every class: {sandbox.PathOf("predictions.csv")}", run.Output, StringComparison.Ordinal);
        var table = File.ReadAllLines(sandbox.PathOf("predictions.csv"));
        Assert.StartsWith("file,index,class,probability,T-shirt/top,Trouser,", table[0], StringComparison.Ordinal);
        Assert.Equal(["more/bag.png", "shirt.png"], table.Skip(1).Select(row => row.Split(',')[0]));
        Assert.True(named.ExitCode == 0, named.Errors + named.Output);
        Assert.Equal(table, File.ReadAllLines(sandbox.PathOf("tables/mine.csv")));
    }

    [Fact]
    public async Task Should_export_the_best_model_beside_its_report_and_train_nothing_again()
    {
        using var sandbox = quickstart.Copy();

        var run = await sandbox.Run(["--target", "Export", "--experiment", "quickstart"]);

        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        Assert.Contains("select  reused", run.Output, StringComparison.Ordinal);
        var folder = Path.Combine(sandbox.Reports, "quickstart", "model");
        Assert.Contains($"trained with the seed 12345, written to {folder}", run.Output, StringComparison.Ordinal);
        var card = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.Contains("./build.sh --target Export --experiment quickstart", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Predict", "Which image? Type: --image FILE, or for many: --images FOLDER_OR_IDX")]
    [InlineData("AddData", "What is it to be called? Type: --name NAME")]
    [InlineData("AddData --name mine", "Where are the images? Type: --from WHERE")]
    [InlineData("AddData --name mine --from nowhere", "There is no file or folder '")]
    [InlineData("Report --name mine", "--name names the variant that --set makes, which was not given.")]
    public async Task Should_say_what_is_lacking(string typed, string message)
    {
        quickstart.RequireReport();
        using var sandbox = new Sandbox();

        var run = await sandbox.Run(["--target", .. typed.Split(' ')]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ +(?<share>\d+\.\d\d) %  \S", RegexOptions.Multiline)]
    private static partial Regex ShareOfClass();
}
