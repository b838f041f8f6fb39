using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace FashionPipeline.Tests.Repository;

/// <summary>Inside of a project, too, folders refer to each other in one direction only.</summary>
public sealed class NamespaceTests
{
    // Cake's own interfaces: they lie in these namespaces, and name each other.
    private static readonly string[] NotOurs = ["Cake.Core", "Cake.Core.Diagnostics"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Should_have_no_circle_of_namespaces(string project)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, project + ".dll"));
        Assert.SkipUnless(module.Assembly.Name.Version == GetType().Assembly.GetName().Version, "It is the package, and no stand-in.");
        var edges = References(module);

        var circles = edges.Where(edge => IsReachable(edges, edge.To, edge.From))
            .Select(edge => $"{edge.From} -> {edge.To}: {edge.By}").Distinct().ToList();

        Assert.True(circles.Count == 0, string.Join('\n', circles));
    }

    public static TheoryData<string> Projects() =>
    [
        .. ProjectFile.All.Where(project => !project.Path.StartsWith("tests/", StringComparison.Ordinal))
            .Select(project => project.Name)
            .Order(StringComparer.Ordinal),
    ];

    private static List<(string From, string To, string By)> References(ModuleDefinition module) =>
    [
        .. from type in module.GetAllTypes()
           from named in Named(type).SelectMany(Parts)
           let user = NamespaceOf(type)
           let used = NamespaceOf(named)
           where named.Scope == module && user.Length > 0 && used.Length > 0 && user != used
           where !(NotOurs.Contains(user) && NotOurs.Contains(used))
           select (user, used, $"{type.Name} names {named.Name}"),
    ];

    private static bool IsReachable(List<(string From, string To, string By)> edges, string from, string to)
    {
        var next = edges.ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        var seen = new HashSet<string>([from], StringComparer.Ordinal);
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var here) && here != to)
        {
            foreach (var there in next[here].Where(seen.Add))
            {
                open.Enqueue(there);
            }
        }

        return seen.Contains(to);
    }

    private static IEnumerable<TypeReference> Named(TypeDefinition type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Array.Empty<TypeReference>(),
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
        .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Variables.Select(variable => variable.VariableType)
            .Concat(method.Body.Instructions.SelectMany(Named))),
    ];

    private static IEnumerable<TypeReference> Named(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MemberReference member => [member.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    private static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;
}
