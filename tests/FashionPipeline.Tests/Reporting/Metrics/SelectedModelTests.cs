using System.Text;
using System.Text.Json;
using FashionPipeline.Reporting.Metrics;

namespace FashionPipeline.Tests.Reporting.Metrics;

public sealed class SelectedModelTests
{
    [Fact]
    public void Should_say_how_far_one_run_can_be_trusted() => Assert.Equal(
        "cnn, test accuracy 0.9110 (0.8917 to 0.9271)",
        Read("""{"mean": 0.911}""", """{"seed": 1, "accuracyInterval": {"low": 0.8917, "high": 0.9271}}""").Text);

    [Fact]
    public void Should_say_how_much_several_seeds_differ() => Assert.Equal(
        "cnn, test accuracy 0.9110 ± 0.0020 over 2 seeds",
        Read("""{"mean": 0.911, "standardDeviation": 0.002}""", """{"seed": 1}, {"seed": 2}""").Text);

    [Fact]
    public void Should_call_both_accuracies_by_their_names_where_images_were_set_aside_to_validate_on() => Assert.Equal(
        "cnn, test accuracy 0.9000 (0.8917 to 0.9271), validation accuracy 0.9110",
        Read("""{"mean": 0.911}, "testAccuracy": {"mean": 0.9}""", """{"seed": 1, "accuracyInterval": {"low": 0.8917, "high": 0.9271}}""")
            .Text);

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"selection\": {\"model\": \"cnn\"}, \"models\": []}")]
    [InlineData("""
        {"selection": {"model": "cnn"}, "models": [{"name": "cnn", "validationAccuracy": {"mean": 1}, "runs": []}]}
        """)]
    public void Should_refuse_what_names_no_model_with_runs(string json) =>
        Assert.Throws<JsonException>(() => SelectedModel.Read(Encoding.UTF8.GetBytes(json)));

    private static SelectedModel Read(string accuracy, string runs) => SelectedModel.Read(Encoding.UTF8.GetBytes(
        $$"""
        {
          "selection": {"model": "cnn"},
          "models": [{"name": "mlp"}, {"name": "cnn", "validationAccuracy": {{accuracy}}, "runs": [{{runs}}]}]
        }
        """));
}
