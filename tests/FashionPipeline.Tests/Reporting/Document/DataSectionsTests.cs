namespace FashionPipeline.Tests.Reporting.Document;

public sealed class DataSectionsTests
{
    [Fact]
    public void Should_write_the_one_hot_vectors_of_the_first_images() => Assert.Contains(
        "9 | Ankle boot | [0 0 0 0 0 0 0 0 0 1]", Sections.Text(SampleReport.Create(), "Preprocessing"), StringComparison.Ordinal);
}
