using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using FashionPipeline.Tests.Reporting.Crates;
using UglyToad.PdfPig;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>The quickstart through the real build.sh, without a network.</summary>
[Collection(QuickstartCollection.Name)]
public sealed class QuickstartTests(QuickstartRun quickstart)
{
    [Fact]
    public void Should_end_well_without_a_network()
    {
        Assert.True(quickstart.First.ExitCode == 0, quickstart.First.Errors + quickstart.First.Output);
        Assert.DoesNotContain("   at ", quickstart.First.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_of_every_stage_that_it_ran_for_the_first_time()
    {
        quickstart.RequireReport();
        var lines = StageLines.Of(quickstart.First.Output);

        Assert.All(lines, line => Assert.Equal("run (no earlier result)", line.Said));
        Assert.Superset(
            new HashSet<string> { "preprocess", "train", "evaluate", "select", "report" },
            lines.Select(line => line.Stage.Split('/')[0]).ToHashSet());
    }

    [Fact]
    public void Should_leave_the_whole_report()
    {
        quickstart.RequireReport();
        var files = Sandbox.FilesIn(quickstart.Report);

        Assert.Contains("report.md", files);
        Assert.Contains("pipeline.lock.json", files);
        Assert.Contains(files, file => Regex.IsMatch(file, @"^tables/.*\.csv$"));
        Assert.Contains(files, file => Regex.IsMatch(file, @"^figures/.*\.svg$"));
        Assert.Contains(files, file => Regex.IsMatch(file, @"^figures/.*\.png$"));
        Assert.DoesNotContain(files, file => new FileInfo(Path.Combine(quickstart.Report, file)).Length == 0);
    }

    [Fact]
    public void Should_make_a_pdf_that_another_reader_opens_and_that_says_the_data_is_synthetic()
    {
        quickstart.RequireReport();
        using var pdf = PdfDocument.Open(Path.Combine(quickstart.Report, "report.pdf"));

        Assert.True(pdf.NumberOfPages > 1);
        var text = string.Concat(pdf.GetPages().Select(page => page.Text));
        Assert.Contains("synthetic", text, StringComparison.OrdinalIgnoreCase);
    }

    // Better than chance by far, worse than perfect: the data was made to be neither.
    [Fact]
    public void Should_reach_an_accuracy_worth_comparing()
    {
        quickstart.RequireReport();
        using var metrics = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(quickstart.Report, "metrics.json")));
        var accuracies = metrics.RootElement.GetProperty("models").EnumerateArray()
            .SelectMany(model => model.GetProperty("runs").EnumerateArray())
            .Select(run => run.GetProperty("accuracy").GetDouble())
            .ToList();

        Assert.NotEmpty(accuracies);
        Assert.All(accuracies, accuracy => Assert.InRange(accuracy, 0.80, 0.97));
    }

    [Fact]
    public void Should_link_only_figures_that_are_there()
    {
        quickstart.RequireReport();
        var links = File.ReadAllLines(Path.Combine(quickstart.Report, "report.md"))
            .Where(line => line.StartsWith("![", StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf('(') + 1)..^1])
            .ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(quickstart.Report, link)), link));
    }

    [Fact]
    public void Should_tell_other_programs_of_every_file_and_artifact_by_its_digest()
    {
        quickstart.RequireReport();
        var files = new CrateReader(Read("ro-crate-metadata.json")).OfType("File")
            .Where(file => file.TryGetProperty("sha256", out _))
            .ToDictionary(CrateReader.Id, file => file.GetProperty("sha256").GetString());
        using var locked = JsonDocument.Parse(Read("pipeline.lock.json"));

        var inReport = files.Where(file => !file.Key.StartsWith("ni:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(inReport);
        Assert.All(inReport, file =>
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Read(Uri.UnescapeDataString(file.Key)))), file.Value));
        Assert.Empty(locked.RootElement.GetProperty("nodes").EnumerateObject()
            .SelectMany(node => node.Value.GetProperty("artifacts").EnumerateObject())
            .Where(artifact => artifact.Name != "ro-crate-metadata.json")
            .Select(artifact => artifact.Value.GetString()!.Split(' ')[0])
            .Except(files.Values));

        byte[] Read(string name) => File.ReadAllBytes(Path.Combine(quickstart.Report, name));
    }
}
