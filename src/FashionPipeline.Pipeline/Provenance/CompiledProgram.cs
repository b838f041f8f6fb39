using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyModel;

namespace FashionPipeline.Pipeline.Provenance;

/// <summary>A compiled program: which of its assemblies are this repository's, and which package each other one comes from.</summary>
public sealed class CompiledProgram
{
    // No result depends on it: messages, file handling, names.
    private const string Foundation = "FashionPipeline.Foundation";

    private readonly byte[] dependencies;

    /// <param name="dependencies">Path of the program's <c>.deps.json</c>, which lies beside its assemblies.</param>
    public CompiledProgram(string dependencies)
    {
        this.dependencies = File.ReadAllBytes(dependencies);
        var assemblies = new SortedSet<string>(StringComparer.Ordinal);
        var packages = new Dictionary<string, string>(StringComparer.Ordinal);
        using var json = JsonDocument.Parse(this.dependencies); // in every run, and so without the package that reads all of it
        foreach (var library in json.RootElement.GetProperty("libraries").EnumerateObject())
        {
            var name = library.Name.Split('/');
            var assembly = Path.Combine(Path.GetDirectoryName(dependencies)!, name[0] + ".dll");
            if (!library.Value.GetProperty("type").ValueEquals("project"))
            {
                packages[name[0]] = name[1];
            }
            else if (name[0] != Foundation)
            {
                assemblies.Add(assembly);
            }
        }

        (Assemblies, Packages) = (assemblies, packages);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(this.dependencies);
        foreach (var assembly in Assemblies)
        {
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(assembly)));
        }

        Digest = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The program that runs.</summary>
    public static CompiledProgram Running { get; } = new(
        Path.Combine(AppContext.BaseDirectory, Assembly.GetEntryAssembly()!.GetName().Name + ".deps.json"));

    /// <summary>Paths of the assemblies whose code counts: those of this repository's projects but the foundation.</summary>
    public IReadOnlyCollection<string> Assemblies { get; }

    /// <summary>Version of every package by its name.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; }

    /// <summary>SHA-256 of those assemblies and of the list of all packages.</summary>
    public string Digest { get; }

    /// <summary>The packages that assemblies come from, and the packages that these need: version by name, ordered.</summary>
    /// <param name="assemblies">Names of assemblies; those of .NET and of this repository come from no package.</param>
    public SortedDictionary<string, string> PackagesOf(IEnumerable<string> assemblies)
    {
        using var reader = new DependencyContextJsonReader();
        var byName = reader.Read(new MemoryStream(dependencies)).RuntimeLibraries
            .Where(library => library.Type == "package").ToDictionary(library => library.Name, StringComparer.Ordinal);
        var byAssembly = byName.Values
            .SelectMany(package => package.RuntimeAssemblyGroups.SelectMany(group => group.AssetPaths), (package, path) => (path, package))
            .ToLookup(asset => Path.GetFileNameWithoutExtension(asset.path), asset => asset.package, StringComparer.Ordinal);
        var open = new Queue<RuntimeLibrary>(assemblies.SelectMany(name => byAssembly[name]));
        var packages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var library))
        {
            if (packages.TryAdd(library.Name, library.Version))
            {
                foreach (var needed in library.Dependencies.Where(needed => byName.ContainsKey(needed.Name)))
                {
                    open.Enqueue(byName[needed.Name]);
                }
            }
        }

        return packages;
    }
}
