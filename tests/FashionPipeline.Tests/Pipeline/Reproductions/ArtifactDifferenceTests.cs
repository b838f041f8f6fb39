using System.Text;
using FashionPipeline.Pipeline.Reproductions;
using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Tests.Pipeline.Reproductions;

public sealed class ArtifactDifferenceTests
{
    [Fact]
    public void Should_name_tensor_element_and_both_values_of_weights() => Assert.Equal(
        "first at tensor dense_1/kernel, element 2, 0.0123 -> 0.0124",
        ArtifactDifference.Of("weights.safetensors", Weights(0.0123f), Weights(0.0124f)));

    [Fact]
    public void Should_name_the_epoch_of_a_history() => Assert.Equal(
        "first at epoch 2.loss, 0.5 -> 0.6",
        Of("history.json", """[{"loss": 1.5}, {"loss": 0.5}]""", """[{"loss": 1.5}, {"loss": 0.6}]"""));

    [Theory]
    [InlineData("metrics.json", """{"a": {"b": [1, 2]}}""", """{"a": {"b": [1, 3]}}""", "first at $.a.b[1], 2 -> 3")]
    [InlineData("metrics.json", """{"a": 1}""", """{"a": 1, "b": 2}""", "first at $.b, which one of the two has not")]
    [InlineData("metrics.json", """[1, 2]""", """[1]""", "first at the length of $, 2 -> 1")]
    [InlineData("metrics.json", """[1]""", """no JSON""", "first at byte 0, 91 -> 110")]
    [InlineData("tables/a.csv", "x,y\n1,2\n", "x,y\n1,3\n", "first at line 2, 1,2 -> 1,3")]
    [InlineData("report.pdf", "abc", "abcd", "first at the length, 3 -> 4 bytes")]
    [InlineData("weights.safetensors", "damaged", "damagee", "first at byte 6, 100 -> 101")]
    public void Should_name_the_first_place_in_the_terms_of_the_file(string name, string expected, string found, string difference) =>
        Assert.Equal(difference, Of(name, expected, found));

    private static string Of(string name, string expected, string found) =>
        ArtifactDifference.Of(name, Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(found));

    private static byte[] Weights(float last) => SafeTensors.Write(
        [new("dense/kernel", [1], [1f]), new("dense_1/kernel", [3], [1f, 2f, last])], new Dictionary<string, string>());
}
