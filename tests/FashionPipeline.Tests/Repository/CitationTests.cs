using System.Text.RegularExpressions;
using System.Xml.Linq;
using YamlDotNet.Serialization;

namespace FashionPipeline.Tests.Repository;

/// <summary><c>CITATION.cff</c> is one of Citation File Format 1.2.0, and is about this version.</summary>
public sealed class CitationTests
{
    // The keys of the format's schema.
    private static readonly string[] Known =
    [
        "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license",
        "license-url", "message", "preferred-citation", "references", "repository", "repository-artifact", "repository-code", "title",
        "type", "url", "version",
    ];

    private static readonly Dictionary<string, object> Citation = new DeserializerBuilder().Build()
        .Deserialize<Dictionary<string, object>>(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "CITATION.cff")));

    [Fact]
    public void Should_have_what_the_format_requires_and_no_key_that_it_does_not_know()
    {
        Assert.All(new[] { "cff-version", "message", "title", "authors" }, key => Assert.Contains(key, Citation.Keys));
        Assert.All(Citation.Keys, key => Assert.Contains(key, Known));
        Assert.Equal("1.2.0", Citation["cff-version"]);
        Assert.Equal("software", Citation["type"]);
        Assert.Matches(new Regex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), (string)Citation["date-released"]);
        Assert.All(
            Assert.IsType<List<object>>(Citation["authors"]),
            author => Assert.Contains("name", Assert.IsType<Dictionary<object, object>>(author).Keys));
    }

    [Fact]
    public void Should_be_about_this_version() => Assert.Equal(
        XDocument.Load(Path.Combine(RepositoryFiles.Root, "Directory.Build.props")).Descendants("Version").Single().Value,
        Citation["version"]);
}
