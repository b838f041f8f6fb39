using System.Xml.Linq;

namespace FashionPipeline.Tests.Repository;

/// <summary>What a project file refers to, whatever the condition.</summary>
internal sealed record ProjectFile(string Path, IReadOnlyList<string> Projects, IReadOnlyList<XElement> PackageReferences)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IEnumerable<string> Packages => PackageReferences.Select(reference => reference.Attribute("Include")!.Value);

    /// <summary>Every project of the repository.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } = [.. RepositoryFiles.Find("*.csproj", "build", "src", "tests").Select(Read)];

    private static ProjectFile Read(string path)
    {
        var project = XDocument.Load(System.IO.Path.Combine(RepositoryFiles.Root, path)).Root!;
        return new(
            path,
            [.. project.Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value).Select(NameOf)],
            [.. project.Descendants("PackageReference")]);
    }

    private static string NameOf(string project) => System.IO.Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));
}
