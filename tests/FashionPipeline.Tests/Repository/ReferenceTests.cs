using System.Xml.Linq;

namespace FashionPipeline.Tests.Repository;

/// <summary>Who may refer to whom.</summary>
public sealed class ReferenceTests
{
    private const string Any = "*";

    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        ["FashionPipeline.Foundation"] = [],
        ["FashionPipeline.Numerics"] = [],
        ["FashionPipeline.Data"] = ["FashionPipeline.Foundation", "FashionPipeline.Numerics"],
        ["FashionPipeline.Download"] = ["FashionPipeline.Foundation"],
        ["FashionPipeline.Training"] = ["FashionPipeline.Foundation", "FashionPipeline.Data", "FashionPipeline.Numerics"],
        ["FashionPipeline.Onnx"] = ["FashionPipeline.Foundation", "FashionPipeline.Data", "FashionPipeline.Training"],
        ["FashionPipeline.Evaluation"] = ["FashionPipeline.Foundation", "FashionPipeline.Data", "FashionPipeline.Numerics"],
        ["FashionPipeline.Reporting"] = ["FashionPipeline.Foundation", "FashionPipeline.Data", "FashionPipeline.Evaluation", "QuestPDF"],
        ["FashionPipeline.Pipeline"] =
        [
            "FashionPipeline.Foundation", "FashionPipeline.Numerics", "FashionPipeline.Data", "FashionPipeline.Download",
            "FashionPipeline.Training", "FashionPipeline.Onnx", "FashionPipeline.Evaluation", "FashionPipeline.Reporting",
        ],
        ["Build"] = ["FashionPipeline.Pipeline", "Cake.Frosting"],
        ["Cake.Frosting"] = [],
        ["QuestPDF"] = [],
        ["Verify.XunitV3"] = [],
        ["FashionPipeline.Tests"] = [Any],
        ["FashionPipeline.Benchmarks"] = [Any],
        ["FashionPipeline.Endurance"] = [Any],
        ["FashionPipeline.Portability"] = ["FashionPipeline.Numerics"],
        ["FashionPipeline.Portability.Training"] = ["FashionPipeline.Portability", "FashionPipeline.Training"],
    };

    // A package, by the start of its name, and the only projects that may name it.
    private static readonly Dictionary<string, string[]> Homes = new()
    {
        ["TorchSharp"] = ["FashionPipeline.Training"],
        ["libtorch"] = ["FashionPipeline.Training"],
        ["Google.Protobuf"] = ["FashionPipeline.Onnx"],
        ["ScottPlot"] = ["FashionPipeline.Reporting"],
        ["SkiaSharp"] = ["FashionPipeline.Reporting", "QuestPDF"],
        ["QuestPDF"] = ["FashionPipeline.Reporting"],
        ["Parquet.Net"] = ["FashionPipeline.Data", "FashionPipeline.Evaluation"],
        ["Microsoft.Extensions.Http"] = ["FashionPipeline.Download", "FashionPipeline.Pipeline"],
        ["HarfBuzzSharp"] = ["QuestPDF"],
        ["SharpZipLib"] = ["FashionPipeline.Download", "QuestPDF"],
        ["StbImageSharp"] = ["FashionPipeline.Data"],
        ["Mono.Cecil"] = ["FashionPipeline.Pipeline"],
        ["Cake."] = ["Build"],
    };

    [Fact]
    public void Should_refer_to_projects_in_one_direction_only()
    {
        var faults = ProjectFile.All.SelectMany(project => project.Projects
            .Where(referenced => !IsAllowed(project.Name, referenced))
            .Select(referenced => $"{project.Path} may not refer to {referenced}"));

        Assert.Empty(faults);
    }

    // It must run where no native library does.
    [Theory]
    [InlineData("FashionPipeline.Numerics")]
    [InlineData("FashionPipeline.Portability")]
    public void Should_keep_what_is_proved_on_every_processor_free_of_packages(string name)
    {
        var project = Assert.Single(ProjectFile.All, project => project.Name == name);

        Assert.Empty(project.Packages);
    }

    [Fact]
    public void Should_name_each_heavy_package_in_its_own_room_only()
    {
        var faults = ProjectFile.All
            .Where(project => !IsTest(project.Path))
            .SelectMany(project => project.Packages
                .Where(package => Homes.Any(
                    home => package.StartsWith(home.Key, StringComparison.Ordinal) && !home.Value.Contains(project.Name)))
                .Select(package => $"{project.Path} may not refer to {package}"));

        Assert.Empty(faults);
    }

    // A project reference passes packages on, so the project files alone do not show who uses them.
    [Theory]
    [InlineData("TorchSharp", "src/FashionPipeline.Training/")]
    [InlineData("Google", "src/FashionPipeline.Onnx/Graph/")]
    [InlineData("ScottPlot", "src/FashionPipeline.Reporting/")]
    [InlineData("SkiaSharp", "src/FashionPipeline.Reporting/", "src/StandIns/QuestPDF/")]
    [InlineData("HarfBuzzSharp", "src/StandIns/QuestPDF/Elements/Text/")]
    [InlineData("QuestPDF", "src/FashionPipeline.Reporting/", "src/StandIns/QuestPDF/")]
    [InlineData("Parquet", "src/FashionPipeline.Data/", "src/FashionPipeline.Evaluation/")]
    [InlineData("YamlDotNet", "src/FashionPipeline.Pipeline/Experiments/")]
    [InlineData("Mono.Cecil", "src/FashionPipeline.Pipeline/Provenance/Code/")]
    [InlineData("Polly", "src/FashionPipeline.Download/", "src/FashionPipeline.Pipeline/Store/Remotes/")]
    [InlineData("ICSharpCode", "src/FashionPipeline.Download/", "src/StandIns/QuestPDF/Drawing/")]
    [InlineData("StbImageSharp", "src/FashionPipeline.Data/Decoding/")]
    [InlineData("F23", "src/FashionPipeline.Foundation/")]
    [InlineData("Cake", "build/")]
    public void Should_use_a_package_in_its_own_room_only(string package, params string[] homes)
    {
        var faults = RepositoryFiles.Find("*.cs", "build", "src")
            .Where(path => !homes.Any(home => path.StartsWith(home, StringComparison.Ordinal)))
            .Where(path => File.ReadLines(Path.Combine(RepositoryFiles.Root, path)).Any(line => IsUsing(line, package)));

        Assert.Empty(faults);
    }

    [Fact]
    public void Should_take_every_version_from_the_central_file()
    {
        var central = XDocument.Load(Path.Combine(RepositoryFiles.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(version => version.Attribute("Include")!.Value)
            .ToHashSet();

        Assert.DoesNotContain(ProjectFile.All.SelectMany(project => project.Packages), package => !central.Contains(package));
        Assert.Empty(ProjectFile.All
            .Where(project => project.PackageReferences.Any(reference =>
                reference.Attributes().Concat<XObject>(reference.Elements()).Any(IsVersion)))
            .Select(project => project.Path));
    }

    [Fact]
    public void Should_list_every_project_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "FashionPipeline.sln"));

        Assert.DoesNotContain(
            ProjectFile.All.Select(project => project.Path),
            path => !solution.Contains($"\"{path.Replace('/', '\\')}\"", StringComparison.Ordinal));
    }

    private static bool IsAllowed(string project, string referenced) =>
        AllowedProjects.TryGetValue(project, out var allowed) && (allowed.Contains(Any) || allowed.Contains(referenced));

    private static bool IsTest(string path) => path.StartsWith("tests/", StringComparison.Ordinal);

    private static bool IsUsing(string line, string package)
    {
        var words = line.Trim().TrimEnd(';').Split(' ');
        return words[0] is "using" or "global"
            && words.Any(word => word == package || word.StartsWith(package + ".", StringComparison.Ordinal));
    }

    private static bool IsVersion(XObject part) =>
        (part is XAttribute attribute ? attribute.Name : ((XElement)part).Name).LocalName is "Version" or "VersionOverride";
}
