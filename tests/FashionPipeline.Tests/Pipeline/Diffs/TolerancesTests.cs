using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Diffs;
using FashionPipeline.Reporting.Diff;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Pipeline.Diffs;

public sealed class TolerancesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_judge_the_accuracy_and_loss_of_every_model_by_the_file_of_this_repository()
    {
        var tolerances = Tolerances.Read(RepositoryFiles.Root);

        foreach (var part in new[] { tolerances.Changes, tolerances.Reproductions })
        {
            Assert.Equal(Direction.Higher, Assert.Single(part, one => one.IsAbout("models.any.validationAccuracy.mean")).Better);
            Assert.Equal(Direction.Lower, Assert.Single(part, one => one.IsAbout("models.any.validationLoss.mean")).Better);
            Assert.DoesNotContain(part, one => one.IsAbout("models.any.runs.1.history.3.validationAccuracy"));
        }
    }

    [Fact]
    public void Should_name_every_fault_with_its_place()
    {
        Write("changes:\n  - metric: a\n    better: more\n    absolute: -1\n  - metrc: b\n    better: lower\n");

        var fault = Assert.Throws<InputException>(() => Tolerances.Read(folder.Path)).Message;

        Assert.Contains("reports/tolerances.yaml:3:13: changes.better: found 'more'", fault, StringComparison.Ordinal);
        Assert.Contains("reports/tolerances.yaml:4:15: changes.absolute: expected a number of 0 or more", fault,
            StringComparison.Ordinal);
        Assert.Contains("unknown key 'metrc' in changes; did you mean 'metric'?", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_that_the_file_is_missing() => Assert.Contains(
        "tolerances.yaml is missing", Assert.Throws<InputException>(() => Tolerances.Read(folder.Path)).Message, StringComparison.Ordinal);

    private void Write(string text)
    {
        Directory.CreateDirectory(folder["reports"]);
        File.WriteAllText(folder[Tolerances.FileName], text);
    }
}
