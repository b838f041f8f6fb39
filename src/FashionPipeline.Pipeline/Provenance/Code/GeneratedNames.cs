using System.Text.RegularExpressions;
using Mono.Cecil;

namespace FashionPipeline.Pipeline.Provenance.Code;

/// <summary>
/// The names that the C# compiler makes up for lambdas, local functions, iterators and closures. They hold the number of the method in
/// its type and the names of locals; here they are reduced to what only the method itself can change.
/// </summary>
internal static partial class GeneratedNames
{
    /// <summary>True for a type that the compiler made for the body of a method: a closure, an iterator, an asynchronous method.</summary>
    public static bool IsPartOfMethod(TypeReference type) =>
        type.DeclaringType is { } outer && type.Name.StartsWith('<') && !IsStaticData(outer);

    /// <summary>
    /// True for a type that the compiler made for the whole assembly: constants of arrays, anonymous types, lists behind collection
    /// expressions. It says all by its name and the members that are used: their code is of one form.
    /// </summary>
    public static bool IsPartOfAssembly(TypeReference type) =>
        type.DeclaringType is { } outer
            ? IsPartOfAssembly(outer)
            : type.Name.StartsWith("<>", StringComparison.Ordinal) || IsStaticData(type);

    /// <summary>True for an anonymous type, which is known by its properties.</summary>
    public static bool IsAnonymous(TypeReference type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);

    /// <summary>
    /// A name without the number of the method that it was made for and the names of locals: of <c>&lt;Train&gt;b__5_2</c>, the third
    /// lambda of the sixth method, <c>&lt;Train&gt;b__2</c> is left. Other names stay as they are.
    /// </summary>
    public static string Reduce(string name) => !name.StartsWith('<') ? name : Numbers().Replace(LocalFunction().Replace(name, "$1__"), "");

    /// <summary>
    /// The member of the source whose body a method is or belongs to: <c>Train</c> for <c>&lt;Train&gt;b__5_2</c>, a property for its
    /// accessors.
    /// </summary>
    public static string OwnerOf(MethodDefinition method) =>
        Owner(method.Name) ?? (IsPartOfMethod(method.DeclaringType) ? Owner(method.DeclaringType.Name) : null) ?? SourceName(method.Name);

    private static string? Owner(string name) => OwnerName().Match(name) is { Success: true } match
        ? Owner(match.Groups["owner"].Value) ?? SourceName(match.Groups["owner"].Value)
        : null;

    private static string SourceName(string method) => method switch
    {
        ".ctor" => "constructor",
        ".cctor" => "static constructor",
        _ => Accessor().Replace(method[(method.LastIndexOf('.') + 1)..], ""), // of Interface.Member, implemented explicitly, the member
    };

    [GeneratedRegex("^<(?<owner>.+)>[bgd](__|$)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnerName();

    [GeneratedRegex("^(get|set|add|remove)_", RegexOptions.CultureInvariant)]
    private static partial Regex Accessor();

    [GeneratedRegex(@"^(<.+>g)__[^|]*\|", RegexOptions.CultureInvariant)]
    private static partial Regex LocalFunction();

    // The 5 of <M>b__5_2, <>9__5_2 and <>c__DisplayClass5_2, and of <M>d__5 and <>c__5; the 3 of <>f__AnonymousType3 and <3>__Method.
    [GeneratedRegex(
        @"(?<=__|DisplayClass)\d+_(?=\d)|(?<=>[dc])__\d+(?!\d*_)|(?<=^<>f__AnonymousType)\d+|(?<=^<)\d+(?=>__)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    private static bool IsStaticData(TypeReference type) => type.Name == "<PrivateImplementationDetails>";
}
