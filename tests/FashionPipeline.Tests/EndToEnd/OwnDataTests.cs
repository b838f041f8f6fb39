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

    [Theory]
    [InlineData("Predict", "Which image? Type: --image FILE")]
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
