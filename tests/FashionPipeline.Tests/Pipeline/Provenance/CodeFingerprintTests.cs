using FashionPipeline.Data;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Reporting;

namespace FashionPipeline.Tests.Pipeline.Provenance;

public sealed class CodeFingerprintTests
{
    [Fact]
    public void Should_cover_the_assembly_and_the_projects_that_it_references_alone()
    {
        var names = CodeFingerprint.Of(typeof(DataSet).Assembly).Keys;

        Assert.Contains("FashionPipeline.Data", names);
        Assert.DoesNotContain(names, name => name.Contains("Training", StringComparison.Ordinal) || name.Contains("Pipeline.Reporting", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_keep_reporting_out_of_what_training_depends_on() =>
        Assert.DoesNotContain("FashionPipeline.Reporting", CodeFingerprint.Of(typeof(FashionPipeline.Training.TrainingOptions).Assembly).Keys);

    [Fact]
    public void Should_tell_assemblies_apart() =>
        Assert.NotEqual(
            CodeFingerprint.Of(typeof(DataSet).Assembly)["FashionPipeline.Data"],
            CodeFingerprint.Of(typeof(ReportContent).Assembly)["FashionPipeline.Reporting"]);
}
