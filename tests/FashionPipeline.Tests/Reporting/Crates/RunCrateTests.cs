using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Data;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Crates;

namespace FashionPipeline.Tests.Reporting.Crates;

/// <summary>What RO-Crate 1.1 and the profile Provenance Run Crate 0.5 ask for.</summary>
public sealed class RunCrateTests
{
    private const string Specification = "https://w3id.org/ro/crate/1.1";

    // Of schema.org, as the context of RO-Crate 1.1 has it, and of the terms for runs of workflows.
    private static readonly HashSet<string> Terms =
    [
        "@id", "@type", "about", "additionalType", "author", "conformsTo", "contentSize", "contentUrl", "creditText", "datePublished",
        "description", "encodingFormat", "exampleOfWork", "hasPart", "input", "instrument", "license", "mainEntity", "mentions", "name",
        "object", "position", "programmingLanguage", "publisher", "result", "sha256", "softwareRequirements", "step", "subjectOf", "url",
        "value", "version", "workExample",
    ];

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["report.md"] = Encoding.UTF8.GetBytes("# Report"),
        ["tables/a b.csv"] = Encoding.UTF8.GetBytes("a,b\n"),
    };

    private readonly CrateReader crate = Of(SampleReport.Create());

    [Fact]
    public void Should_describe_itself_and_its_folder_first_of_all()
    {
        var (descriptor, root) = (crate["ro-crate-metadata.json"], crate["./"]);

        Assert.Equal(["./"], CrateReader.References(descriptor, "about"));
        Assert.Contains(Specification, CrateReader.References(descriptor, "conformsTo"));
        Assert.Equal($"{Specification}/context", crate.Json.GetProperty("@context")[0].GetString());
        Assert.Equal(["Dataset"], CrateReader.Types(root));
        Assert.Equal("Sample experiment", root.GetProperty("name").GetString());
        Assert.Equal("Two models, compared.", root.GetProperty("description").GetString());
        Assert.Contains("https://w3id.org/ro/wfrun/provenance/0.5", CrateReader.References(root, "conformsTo"));
        Assert.Single(CrateReader.References(root, "license"));
    }

    [Fact]
    public void Should_define_every_entity_once_and_each_that_is_referred_to()
    {
        var ids = crate.Entities.Select(CrateReader.Id).ToList();

        Assert.Distinct(ids);
        Assert.All(crate.AllReferences().Where(id => id != Specification), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Should_use_published_terms_alone() => Assert.All(
        crate.Entities.Concat(Of(WithAll()).Entities).SelectMany(entity => entity.EnumerateObject()),
        property => Assert.Contains(property.Name, Terms));

    [Fact]
    public void Should_list_every_file_as_a_part_by_its_path_or_by_its_digest()
    {
        var files = crate.OfType("File").ToList();

        Assert.Equal(
            files.Select(CrateReader.Id).Order(StringComparer.Ordinal),
            CrateReader.References(crate["./"], "hasPart").Order(StringComparer.Ordinal));
        Assert.Equal(Digest(Files["tables/a b.csv"]), crate["tables/a%20b.csv"].GetProperty("sha256").GetString());
        Assert.Equal("8", crate["report.md"].GetProperty("contentSize").GetString());
        var weights = files.Single(file => file.GetProperty("name").GetString() == "train/mlp/12345/weights");
        Assert.Equal("ni:///sha-256;zMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMw", CrateReader.Id(weights));
        Assert.Equal(new string('c', 64), weights.GetProperty("sha256").GetString());
    }

    [Fact]
    public void Should_name_the_workflow_its_programs_and_its_steps_in_order()
    {
        var workflow = crate[Assert.Single(CrateReader.References(crate["./"], "mainEntity"))];

        Assert.Equal(["File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"], CrateReader.Types(workflow));
        Assert.Equal(["#stage/train", "#stage/report"], CrateReader.References(workflow, "hasPart"));
        Assert.Equal(
            ["#step/train/mlp/12345", "#step/train/cnn/12345", "#step/report"], CrateReader.References(workflow, "step"));
        Assert.Equal("3", crate["#step/report"].GetProperty("position").GetString());
        Assert.Equal(["#stage/report"], CrateReader.References(crate["#step/report"], "workExample"));
        Assert.NotEmpty(CrateReader.References(workflow, "programmingLanguage"));
        Assert.Equal(["#package/TorchSharp"], CrateReader.References(crate["#stage/train"], "softwareRequirements"));
    }

    [Fact]
    public void Should_say_of_each_run_what_it_read_and_made_with_which_settings()
    {
        var (train, report) = (crate["#run/train/mlp/12345"], crate["#run/report"]);

        Assert.Equal(["CreateAction"], CrateReader.Types(train));
        Assert.Equal(["#stage/train"], CrateReader.References(train, "instrument"));
        Assert.Equal(
            [("training.epochs", "5"), ("environment", "portable")],
            CrateReader.References(train, "object").Select(id => (Text(id, "name"), Text(id, "value"))));
        Assert.Equal(["train/mlp/12345/weights"], CrateReader.References(train, "result").Select(id => Text(id, "name")));
        Assert.Equal(
            ["train/mlp/12345/weights", "train/cnn/12345/weights", "reports/other/metrics.json"],
            CrateReader.References(report, "object").Select(id => Text(id, "name")));
        Assert.Equal(["report.md", "tables/a b.csv"], CrateReader.References(report, "result").Select(id => Text(id, "name")));
    }

    [Fact]
    public void Should_have_every_run_mentioned_and_controlled_by_the_engine()
    {
        var mentioned = CrateReader.References(crate["./"], "mentions");
        var engine = Assert.Single(crate.OfType("OrganizeAction"));

        Assert.All(crate.OfType("CreateAction"), run => Assert.Contains(CrateReader.Id(run), mentioned));
        Assert.All(crate.OfType("CreateAction"), run => Assert.Single(CrateReader.References(run, "instrument")));
        Assert.Equal(["#run"], CrateReader.References(engine, "result"));
        Assert.Equal(crate.OfType("ControlAction").Select(CrateReader.Id), CrateReader.References(engine, "object"));
        Assert.Equal(
            ["#run/train/mlp/12345", "#run/train/cnn/12345", "#run/report"],
            crate.OfType("ControlAction").SelectMany(control => CrateReader.References(control, "object")));
    }

    [Fact]
    public void Should_say_whose_the_experiment_is_where_it_states_that()
    {
        var all = Of(WithAll());
        var root = all["./"];

        Assert.Equal(["https://spdx.org/licenses/MIT"], CrateReader.References(root, "license"));
        Assert.Equal("2026-01-02", root.GetProperty("datePublished").GetString());
        Assert.Equal("1.2", root.GetProperty("version").GetString());
        Assert.Equal("A house", all["#publisher"].GetProperty("name").GetString());
        Assert.Equal(["#author/Ada%20L"], CrateReader.References(root, "author"));
        Assert.False(crate["./"].TryGetProperty("datePublished", out _));
        Assert.Contains("states no licence", crate["#licence"].GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_where_published_data_is_and_what_it_is_to_the_workflow()
    {
        var data = Of(WithAll());
        var file = data.OfType("File").Single(file => file.GetProperty("name").GetString() == "download/a.gz");

        Assert.Equal("https://example.org/a.gz", file.GetProperty("contentUrl")[0].GetString());
        Assert.Equal(["#input/a.gz"], CrateReader.References(file, "exampleOfWork"));
        Assert.Equal(["#input/a.gz"], CrateReader.References(data["pipeline.lock.json"], "input"));
        Assert.Contains(CrateReader.Id(file), CrateReader.References(data["#run"], "object"));
        Assert.Equal("File", data["#input/a.gz"].GetProperty("additionalType").GetString());
    }

    private static ReportContent WithAll()
    {
        var content = SampleReport.Create();
        var digest = new string('f', 64);
        return content with
        {
            Attribution = new Attribution
            {
                Authors = ["Ada L"],
                Publisher = "A house",
                Licence = "https://spdx.org/licenses/MIT",
                Date = "2026-01-02",
                Version = "1.2",
                Url = "https://example.org",
                Citation = "@misc{a}",
            },
            DataSet = content.DataSet with
            {
                Sources = ["https://example.org/"],
                Files = [new DataFile { Role = DataFileRole.Archive, Name = "a.gz", Bytes = 3, Sha256 = digest }],
            },
            Provenance = content.Provenance with
            {
                Steps = [new("download") { Outputs = [new("download/a.gz", digest, 3)] }, .. content.Provenance.Steps],
            },
        };
    }

    private static CrateReader Of(ReportContent content) => new(RunCrate.ToBytes(content, Files));

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private string Text(string id, string name) => crate[id].GetProperty(name).GetString()!;
}
