using System.Security.Cryptography;
using Mono.Cecil;

namespace FashionPipeline.Pipeline.Provenance.Code;

/// <summary>
/// All code of this repository that can run when an entry type does: starting there, every type that the signatures, fields, base types,
/// attributes or instructions of a reached type name. What is called through an interface or a base class is reached where it is made.
/// Code that is found by its name at run time is not seen.
/// </summary>
public sealed class CodeReach : IDisposable
{
    private readonly Dictionary<string, ModuleDefinition> modules;
    private readonly Dictionary<TypeDefinition, TypeText> texts = [];

    /// <param name="assemblies">Paths of the assemblies whose code counts.</param>
    public CodeReach(IEnumerable<string> assemblies) => modules = assemblies
        .Select(path => ModuleDefinition.ReadModule(path))
        .ToDictionary(module => module.Assembly.Name.Name, StringComparer.Ordinal);

    /// <summary>Closes the assemblies.</summary>
    public void Dispose()
    {
        foreach (var module in modules.Values)
        {
            module.Dispose();
        }
    }

    /// <summary>What the entry reaches: each member's digest, each embedded file of the assemblies, and the names of foreign assemblies.</summary>
    /// <param name="assembly">Name of the entry's assembly, which must be one of those whose code counts.</param>
    /// <param name="type">Full name of the entry.</param>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    public ReachedCode From(string assembly, string type)
    {
        var entry = modules.GetValueOrDefault(assembly)?.GetType(type)
            ?? throw new ArgumentException($"There is no type '{type}' in '{assembly}', one of the assemblies whose code counts.", nameof(type));
        var reached = new HashSet<TypeDefinition> { entry };
        var foreign = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Queue<TypeDefinition>(reached);
        while (open.TryDequeue(out var next))
        {
            foreach (var named in TextOf(next).Types)
            {
                if (Resolve(named) is { } definition)
                {
                    if (reached.Add(definition))
                    {
                        open.Enqueue(definition);
                    }
                }
                else if (named.Scope is AssemblyNameReference assemblyName)
                {
                    foreign.Add(assemblyName.Name);
                }
            }
        }

        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, digest) in reached.SelectMany(type => TextOf(type).Members).Concat(Resources(reached)))
        {
            parts.Add(name, digest);
        }

        return new ReachedCode(parts, foreign);
    }

    private TypeText TextOf(TypeDefinition type)
    {
        if (!texts.TryGetValue(type, out var text))
        {
            texts[type] = text = TypeText.Of(type);
        }

        return text;
    }

    // The type whose members count: null for a foreign one; for what the compiler made for a method, the type that the method belongs to.
    private TypeDefinition? Resolve(TypeReference type)
    {
        var definition = type as TypeDefinition
            ?? (type.Scope is AssemblyNameReference scope && modules.TryGetValue(scope.Name, out var module) ? module.GetType(type.FullName) : null);
        while (definition is not null && GeneratedNames.IsPartOfMethod(definition))
        {
            definition = definition.DeclaringType;
        }

        return definition is null || GeneratedNames.IsPartOfAssembly(definition) ? null : definition;
    }

    private static IEnumerable<KeyValuePair<string, string>> Resources(IEnumerable<TypeDefinition> reached) =>
        from module in reached.Select(type => type.Module).Distinct()
        from resource in module.Resources.OfType<EmbeddedResource>()
        select KeyValuePair.Create(
            $"{module.Assembly.Name.Name}: {resource.Name}", Convert.ToHexStringLower(SHA256.HashData(resource.GetResourceData())));
}

/// <summary>What an entry reaches.</summary>
/// <param name="Parts">Digest of each member and embedded file by its name.</param>
/// <param name="ForeignAssemblies">Names of the assemblies of packages and of .NET that are reached.</param>
public sealed record ReachedCode(SortedDictionary<string, string> Parts, IReadOnlyCollection<string> ForeignAssemblies);
