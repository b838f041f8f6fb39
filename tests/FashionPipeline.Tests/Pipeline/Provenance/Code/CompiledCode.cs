using FashionPipeline.Pipeline.Provenance.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FashionPipeline.Tests.Pipeline.Provenance.Code;

/// <summary>Compiles small assemblies and lists the code that their type <c>Entry</c> reaches.</summary>
internal sealed class CompiledCode : IDisposable
{
    private const string Usings =
        "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;\n";

    private static readonly IReadOnlyList<MetadataReference> Framework =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll")
            .Where(path => !Path.GetFileName(path).Contains("Native", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly TemporaryFolder folder = new();
    private int count;

    public void Dispose() => folder.Dispose();

    /// <summary>What <c>Entry</c> reaches in one assembly of this source.</summary>
    public CodeListing Of(string source, params (string Name, string Content)[] resources) => Reach([("Main", source, resources)]);

    /// <summary>What <c>Entry</c> of the last assembly reaches; each may use those before it.</summary>
    public CodeListing Of(params (string Assembly, string Source)[] sources) =>
        Reach([.. sources.Select(source => (source.Assembly, source.Source, Array.Empty<(string, string)>()))]);

    private CodeListing Reach(IReadOnlyList<(string Assembly, string Source, (string Name, string Content)[] Resources)> sources)
    {
        var output = Directory.CreateDirectory(folder[$"{++count}"]).FullName;
        var paths = new List<string>();
        foreach (var (assembly, source, resources) in sources)
        {
            var compilation = CSharpCompilation.Create(
                assembly,
                [CSharpSyntaxTree.ParseText(Usings + source)],
                [.. Framework, .. paths.Select(path => MetadataReference.CreateFromFile(path))],
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
            var path = Path.Combine(output, assembly + ".dll");
            var result = compilation.Emit(path, manifestResources: resources.Select(resource => new ResourceDescription(
                resource.Name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(resource.Content)), isPublic: true)));
            Assert.True(result.Success, string.Join('\n', result.Diagnostics));
            paths.Add(path);
        }

        using var reach = new CodeReach(paths);
        return new CodeListing(reach.From(sources[^1].Assembly, "Entry").Parts);
    }
}
