using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;

namespace FashionPipeline.Pipeline.Provenance.Code;

/// <summary>A type, member by member, as digests; with every type that it names.</summary>
/// <param name="Members">Digest of each member by its full name; <c>declaration</c> stands for the type without its methods.</param>
/// <param name="Types">The types that it names, generic arguments and elements of arrays among them.</param>
internal sealed record TypeText(IReadOnlyDictionary<string, string> Members, IReadOnlyCollection<TypeReference> Types)
{
    /// <summary>Reads a type together with the closures and iterators that the compiler made for its methods.</summary>
    public static TypeText Of(TypeDefinition type)
    {
        var text = new CodeText();
        var members = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var name = type.FullName.Replace('/', '.');
        TextOf($"{name}.declaration").Append(text.Declaration(type));
        foreach (var method in WithPartsOfMethods(type).SelectMany(part => part.Methods).Where(method => !IsConstructorOfClosure(method)))
        {
            TextOf($"{name}.{GeneratedNames.OwnerOf(method)}").Append(text.Method(method));
        }

        var digests = members.ToDictionary(member => member.Key, member => Digest(member.Value.ToString()), StringComparer.Ordinal);
        return new(digests, text.Types);

        StringBuilder TextOf(string member) =>
            members.TryGetValue(member, out var builder) ? builder : members[member] = new StringBuilder();
    }

    private static IEnumerable<TypeDefinition> WithPartsOfMethods(TypeDefinition type) =>
        type.NestedTypes.Where(GeneratedNames.IsPartOfMethod).SelectMany(WithPartsOfMethods).Prepend(type);

    // It has no code of its own, and no method that it could be counted to.
    private static bool IsConstructorOfClosure(MethodDefinition method) =>
        method is { IsConstructor: true, DeclaringType: var type } && GeneratedNames.IsPartOfMethod(type)
        && type.Name.StartsWith("<>c", StringComparison.Ordinal);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
