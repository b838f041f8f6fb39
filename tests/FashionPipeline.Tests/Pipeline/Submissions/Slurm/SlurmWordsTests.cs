using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Submissions.Slurm;

namespace FashionPipeline.Tests.Pipeline.Submissions.Slurm;

public sealed class SlurmWordsTests
{
    [Theory]
    [InlineData("", new int[0])]
    [InlineData("3", new[] { 3 })]
    [InlineData("[0,2-4%2]", new[] { 0, 2, 3, 4 })]
    [InlineData("0-6:2,7", new[] { 0, 2, 4, 6, 7 })]
    public void Should_read_the_indices_of_tasks(string text, int[] expected) => Assert.Equal(expected, SlurmWords.IndicesOf(text));

    // Tasks that are missed count as lost, and are submitted a second time.
    [Theory]
    [InlineData("0-3,5,43...")]
    [InlineData("0-99999999")]
    [InlineData("0-1-2-3")]
    public void Should_miss_no_task_in_silence(string text) =>
        Assert.Throws<InputException>(() => SlurmWords.IndicesOf(text).ToList());
}
