using System.Security.Cryptography;
using Mono.Cecil;

namespace FashionPipeline.Pipeline.Provenance.Code;

/// <summary>
/// All code of this repository that can run when an entry type does: starting there, every type that the signatures, fields, base types,
/// attributes or instructions of a reached type name. What is called through an interface or a base class is reached where it is made; of
/// the values that an entry holds, which others make, every type is reached that a property of theirs can hold. With a type, the
/// initialisers of its module. Code that is found by its name at run time is not seen.
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

    /// <summary>What the entry reaches: digests of members and of the assemblies' embedded files, names of foreign assemblies.</summary>
    /// <param name="assembly">Name of the entry's assembly, which must be one of those whose code counts.</param>
    /// <param name="type">Full name of the entry.</param>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    public ReachedCode From(string assembly, string type)
    {
        var entry = modules.GetValueOrDefault(assembly)?.GetType(type)
            ?? throw new ArgumentException(
                $"There is no type '{type}' in '{assembly}', one of the assemblies whose code counts.", nameof(type));
        var reached = new HashSet<TypeDefinition>(Values(entry)) { entry };
        var foreign = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Queue<TypeDefinition>(reached);
        while (open.TryDequeue(out var next))
        {
            foreach (var named in TextOf(next).Types)
            {
                if (Resolve(named) is { } definition)
                {
                    foreach (var found in new[] { definition, definition.Module.GetType("<Module>") }.Where(reached.Add))
                    {
                        open.Enqueue(found);
                    }
                }
                else if (named.Scope is AssemblyNameReference assemblyName)
                {
                    foreign.Add(assemblyName.Name);
                }
            }
        }

        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var counted in reached.OrderBy(counted => counted.Module.Assembly.Name.Name, StringComparer.Ordinal))
        {
            foreach (var (name, digest) in TextOf(counted).Members)
            {
                // Two assemblies may have an internal type of one name.
                parts[parts.ContainsKey(name) ? $"{counted.Module.Assembly.Name.Name}/{name}" : name] = digest;
            }
        }

        foreach (var (name, digest) in Resources(reached))
        {
            parts.Add(name, digest);
        }

        return new ReachedCode(parts, foreign);
    }

    // The entry's properties and theirs: where one may hold a value of several types, all of them.
    private HashSet<TypeDefinition> Values(TypeDefinition entry)
    {
        var values = new HashSet<TypeDefinition>();
        var open = new Queue<TypeDefinition>([entry]);
        while (open.TryDequeue(out var next))
        {
            var parts = next.Properties.SelectMany(property => Parts(property.PropertyType));
            foreach (var held in parts.Select(Resolve).OfType<TypeDefinition>())
            {
                foreach (var type in Subtypes(held).Append(held).Where(values.Add))
                {
                    open.Enqueue(type);
                }
            }
        }

        return values;
    }

    private IEnumerable<TypeDefinition> Subtypes(TypeDefinition type) => type.IsSealed || type.IsValueType
        ? []
        : modules.Values.SelectMany(module => module.GetTypes()).Where(other => Above(other).Any(above => Resolve(above) == type));

    private IEnumerable<TypeReference> Above(TypeDefinition type) => type.Interfaces.Select(implemented => implemented.InterfaceType)
        .Concat(type.BaseType is { } parent ? (Resolve(parent) is { } definition ? Above(definition) : []).Prepend(parent) : []);

    // The elements of arrays, and the arguments of generic types, which hold them.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };

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
            ?? (type.Scope is AssemblyNameReference scope ? modules.GetValueOrDefault(scope.Name)?.GetType(type.FullName) : null);
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
