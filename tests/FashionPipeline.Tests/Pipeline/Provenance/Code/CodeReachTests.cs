using FashionPipeline.Pipeline.Provenance.Code;

namespace FashionPipeline.Tests.Pipeline.Provenance.Code;

/// <summary>Which edits of code make results be computed again, and how the reason is called.</summary>
public sealed class CodeReachTests : IDisposable
{
    private const string Main = """
        class Entry { int Run(int count) { var sum = 0; Func<int, int> add = value => value + sum; return new Other().Work(add(count)); } }
        class Other { public int Work(int value) => value * 2; }
        class Unrelated { int Idle() => 1; }
        """;

    private readonly CompiledCode code = new();

    public void Dispose() => code.Dispose();

    [Theory]
    [InlineData("a comment", "class Other {", "/* says why */ class Other {")]
    [InlineData("a blank line", "class Other {", "\n\nclass Other {\n")]
    [InlineData(
        "a renamed local",
        "var sum = 0; Func<int, int> add = value => value + sum; return new Other().Work(add(count));",
        "var total = 0; Func<int, int> plus = x => x + total; return new Other().Work(plus(count));")]
    [InlineData("a new member of a type that is not reached", "int Idle() => 1;", "int Idle() => 1; string More() => \"more\";")]
    [InlineData("a new type", "class Unrelated", "class Added { Func<int> F() => () => 1; } class Unrelated")]
    [InlineData("another body of a type that is not reached", "int Idle() => 1;", "int Idle() => 2;")]
    public void Should_be_the_same_after(string edit, string from, string to)
    {
        Assert.Contains(from, Main, StringComparison.Ordinal);

        Assert.True(Same(Main, Main.Replace(from, to, StringComparison.Ordinal)), edit);
    }

    [Fact]
    public void Should_be_the_same_in_another_order_of_types() => Assert.True(Same(Main, string.Join('\n', Main.Split('\n').Reverse())));

    // A lambda, a local function, an iterator and a closure have numbers in their names that count the members before them.
    [Fact]
    public void Should_name_only_the_new_member_where_one_is_put_before_others()
    {
        const string Source = """
            class Entry
            {
                int Lambdas(int a)
                {
                    var b = a; return new[] { 1 }.Select(x => x + b).Select(x => x * 2).Sum(Local); int Local(int y) => y + b;
                }
                IEnumerable<int> Iterator(int n) { for (var i = 0; i < n; i++) { yield return i; } }
                async Task<int> Async(int n) { await Task.Yield(); return n; }
                Func<int, int> Group() => Static; static int Static(int x) => x;
                object Anonymous() => new { A = 1 };
            }
            """;

        const string New = "Func<int> New(int c) { IEnumerable<int> G() { yield return c; } return () => new { B = G().Sum() }.B; }";

        Assert.Equal(
            ["Entry.New"], Changed(Source, Source.Replace("class Entry\n{", $"class Entry\n{{ {New}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(
        "a constant",
        "class Entry { const int Size = 1; int Run() => Size; }",
        "Size = 1", "Size = 2", "Entry.Run", "Entry.declaration")]
    [InlineData(
        "an array of constants",
        "class Entry { static readonly int[] Table = [1, 2, 3, 4, 5]; }",
        "5]", "6]", "Entry.static constructor")]
    [InlineData("bytes of constants", "class Entry { ReadOnlySpan<byte> Table => [1, 2, 3, 4, 5]; }", "5]", "6]", "Entry.Table")]
    [InlineData("a default argument", "class Entry { void Run(double rate = 0.5) {} }", "0.5", "0.25", "Entry.Run")]
    [InlineData("a generic argument", "class Entry { object Run() => new List<int>(); }", "<int>", "<long>", "Entry.Run")]
    [InlineData("a generic argument of a method", "class Entry { object Run() => Array.Empty<int>(); }", "<int>", "<long>", "Entry.Run")]
    [InlineData("a lambda", "class Entry { Func<int, int> Run() => x => x + 1; }", "x + 1", "x + 2", "Entry.Run")]
    [InlineData("a lambda that captures", "class Entry { Func<int, int> Run(int y) => x => x + y; }", "x + y", "x - y", "Entry.Run")]
    [InlineData("a lambda of a field", "class Entry { readonly Func<int, int> run = x => x + 1; }", "x + 1", "x + 2", "Entry.constructor")]
    [InlineData("a lambda within a lambda", "class Entry { Func<Func<int>> Run(int y) => () => () => y; }", "=> y;", "=> -y;", "Entry.Run")]
    [InlineData("a local function", "class Entry { int Run() { return Two(); static int Two() => 2; } }", "=> 2", "=> 3", "Entry.Run")]
    [InlineData("an iterator", "class Entry { IEnumerable<int> Run() { yield return 1; } }", "return 1", "return 2", "Entry.Run")]
    [InlineData(
        "an asynchronous method",
        "class Entry { async Task<int> Run() { await Task.Yield(); return 1; } }",
        "return 1", "return 2", "Entry.Run")]
    [InlineData(
        "an asynchronous local function",
        "class Entry { Task<int> Run() { return F(); async Task<int> F() { await Task.Yield(); return 1; } } }",
        "return 1", "return 2", "Entry.Run")]
    [InlineData(
        "a static constructor",
        "class Entry { static readonly long Start; static Entry() { Start = 1; } }",
        "Start = 1", "Start = 2", "Entry.static constructor")]
    [InlineData("a property", "class Entry { int Size => 1; }", "=> 1", "=> 2", "Entry.Size")]
    [InlineData(
        "a switch over texts",
        "class Entry { int Run(string s) => s switch { \"a\" => 1, \"b\" => 2, \"c\" => 3, \"d\" => 4, \"e\" => 5, \"f\" "
            + "=> 6, \"g\" => 7, _ => 0 }; }",
        "\"g\"", "\"h\"", "Entry.Run")]
    [InlineData(
        "an exception that is caught",
        "class Entry { void Run() { try { Console.Write(1); } catch (FormatException) { } } }",
        "FormatException", "ArgumentException", "Entry.Run")]
    [InlineData(
        "an operator",
        "class Entry { Number Run(Number n) => n + n; } "
            + "struct Number { public int V; public static Number operator +(Number a, Number b) => new() { V = a.V + b.V }; }",
        "a.V + b.V", "a.V - b.V", "Number.op_Addition")]
    [InlineData(
        "a default method of an interface",
        "class Entry : IRun { } interface IRun { int Run() => 1; }",
        "=> 1", "=> 2", "IRun.Run")]
    [InlineData(
        "an override of a type that is made",
        "class Entry { Base Make() => new Derived(); } class Base { public virtual int Run() => 1; } "
            + "class Derived : Base { public override int Run() => 2; }",
        "=> 2", "=> 3", "Derived.Run")]
    [InlineData(
        "a base type",
        "class Entry { object Make() => new Derived(); } class Base1 { } class Base2 { } class Derived : Base1 { }",
        ": Base1", ": Base2", "Base1.constructor", "Base1.declaration", "Base2.constructor", "Base2.declaration", "Derived.constructor",
        "Derived.declaration")]
    [InlineData(
        "a type that an attribute names",
        "[Uses(typeof(Helper))] class Entry { } class UsesAttribute(Type type) : Attribute { Type T => type; } "
            + "class Helper { int Run() => 1; }",
        "=> 1", "=> 2", "Helper.Run")]
    [InlineData(
        "an argument of an attribute",
        "class Entry { [Order(1)] int field = 0; } class OrderAttribute(int order) : Attribute { int O => order; }",
        "[Order(1)]", "[Order(2)]", "Entry.declaration")]
    [InlineData(
        "the value of an enumeration",
        "class Entry { Kind Run() => Kind.B; } enum Kind { A = 0, B = 1 }",
        "B = 1", "B = 2", "Entry.Run", "Kind.declaration")]
    [InlineData(
        "the elements of an array",
        "class Entry { object Run() => new Item[1]; } class Item { int V() => 1; }",
        "=> 1", "=> 2", "Item.V")]
    [InlineData(
        "the target of a function pointer",
        "unsafe class Entry { delegate*<int, int> Run() => &F; static int F(int x) => x; }",
        "=> x", "=> -x", "Entry.F")]
    [InlineData(
        "the layout of a type",
        "class Entry { Pair p; } "
            + "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)] "
            + "struct Pair { byte A; int B; }",
        "Pack = 1", "Pack = 4", "Pair.declaration")]
    [InlineData(
        "the length of an inline array",
        "class Entry { Buffer b; } [System.Runtime.CompilerServices.InlineArray(4)] struct Buffer { int first; }",
        "(4)", "(8)", "Buffer.declaration")]
    [InlineData(
        "an explicit implementation",
        "class Entry : IComparable<int> { int IComparable<int>.CompareTo(int other) => 1; }",
        "=> 1", "=> 2", "Entry.CompareTo")]
    public void Should_differ_and_name_the_member_after_an_edit_of(
        string edit, string source, string from, string to, params string[] members)
    {
        Assert.Contains(from, source, StringComparison.Ordinal);

        var changed = Changed(source, source.Replace(from, to, StringComparison.Ordinal));

        Assert.True(members.SequenceEqual(changed), $"{edit}: {string.Join(", ", changed)}");
    }

    [Theory]
    [InlineData("class Entry { object Run(int a) => new { Loss = a }; }", "Loss", "Accuracy")]
    [InlineData("class Entry { object Run(int a, int b) => new { A = a, B = b }; }", "A = a, B = b", "B = a, A = b")]
    [InlineData(
        "class Entry { [System.Runtime.InteropServices.DllImport(\"c\")] static extern void "
            + "F([System.Runtime.InteropServices.MarshalAs(System.Runtime.InteropServices.UnmanagedType.LPStr)] string s); }",
        "LPStr", "LPWStr")]
    [InlineData(
        "class Entry { [return: Uses(typeof(Helper))] int Run() => 1; } "
            + "class UsesAttribute(Type type) : Attribute { Type T => type; } class Helper { int Run() => 2; }",
        "=> 2", "=> 3")]
    [InlineData(
        "[Uses(typeof(Helper), 1)] class Entry { } "
            + "class UsesAttribute(params object[] types) : Attribute { object T => types; } class Helper { int Run() => 2; }",
        "=> 2", "=> 3")]
    [InlineData(
        "class Entry { object Run<[Uses(typeof(Helper))] T>() => 1; } "
            + "class UsesAttribute(Type type) : Attribute { Type T => type; } class Helper { int Run() => 2; }",
        "=> 2", "=> 3")]
    [InlineData(
        "class Entry { int Run() => 1; } "
            + "static class Start { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Now() => "
            + "Console.Write(2); } "
            + "class Other { public void F() { } }",
        "Write(2)", "Write(3)")]
    [InlineData(
        "class Entry { public IReadOnlyList<Layer> Layers { get; } = []; int Run() => Layers.Sum(l => l.Size); } "
            + "abstract class Layer { public abstract int Size { get; } } class Dense : Layer { public override int Size => 2; }",
        "=> 2", "=> 3")]
    [InlineData(
        "class Entry { public Net Network { get; set; } } class Net { public Layer[] Layers { get; set; } } "
            + "interface Layer { } class Base : Layer { } class Dense : Base { int Size => 2; }",
        "=> 2", "=> 3")]
    public void Should_differ_after_an_edit_that_only_shows_elsewhere(string source, string from, string to)
    {
        Assert.Contains(from, source, StringComparison.Ordinal);

        Assert.False(Same(source, source.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_name_only_the_new_member_where_one_with_a_method_group_is_put_before_another() => Assert.Equal(
        ["Entry.New"],
        Changed(
            "class Entry { Func<int, int> F() => A; static int A(int x) => x; }",
            "class Entry { Func<int, int> New() => A; Func<int, int> F() => A; static int A(int x) => x; }"));

    [Fact]
    public void Should_tell_apart_internal_types_of_one_name_in_two_assemblies()
    {
        CodeListing Reach(int value) => code.Of(
            ("Library", $"class Same {{ public int Run() => {value}; }} public class Used {{ public int Run() => new Same().Run(); }}"),
            ("Main", "class Same { public int Run() => 1; } class Entry { int Run() => new Used().Run() + new Same().Run(); }"));

        Assert.Single(Reach(2).ChangedFrom(Reach(3)));
    }

    // Both lists hold the same lambdas: only which method has which tells them apart.
    [Fact]
    public void Should_tell_lambdas_of_overloads_apart() => Assert.False(Same(
        "class Entry { Func<int> Run(int a) => () => 1; Func<int> Run(long a) => () => 2; }",
        "class Entry { Func<int> Run(int a) => () => 2; Func<int> Run(long a) => () => 1; }"));

    [Fact]
    public void Should_tell_captured_variables_apart() => Assert.False(Same(
        "class Entry { Func<int> Run(int a, int b) => () => a - b; }", "class Entry { Func<int> Run(int a, int b) => () => b - a; }"));

    [Fact]
    public void Should_follow_code_into_another_assembly_and_leave_the_rest_of_it()
    {
        const string Library = "public class Used { public int Run() => 1; } public class Unused { public int Run() => 1; }";

        CodeListing Reach(string library) => code.Of(("Library", library), ("Main", "class Entry { int Run() => new Used().Run(); }"));

        Assert.Empty(Reach(Library).ChangedFrom(Reach(Edited("Unused"))));
        Assert.Empty(Reach(Library).ChangedFrom(Reach("public class First { }" + Library + "public class Last { }")));
        Assert.Equal(["Used.Run"], Reach(Library).ChangedFrom(Reach(Edited("Used"))));

        static string Edited(string type) =>
            Library.Replace($"class {type} {{ public int Run() => 1", $"class {type} {{ public int Run() => 2", StringComparison.Ordinal);
    }

    [Fact]
    public void Should_name_an_embedded_file_that_changed()
    {
        const string Source = "class Entry { }";

        Assert.Equal(["Main: page.css"], code.Of(Source, ("page.css", "a { }")).ChangedFrom(code.Of(Source, ("page.css", "b { }"))));
        Assert.Empty(code.Of(Source, ("page.css", "a { }")).ChangedFrom(code.Of(Source, ("page.css", "a { }"))));
    }

    [Fact]
    public void Should_refuse_an_entry_that_is_not_there()
    {
        using var reach = new CodeReach([typeof(CodeReach).Assembly.Location]);

        var fault = Assert.Throws<ArgumentException>(() => reach.From("FashionPipeline.Pipeline", "Nobody"));
        Assert.Contains("'Nobody'", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => reach.From("Nowhere", "Nobody"));
    }

    [Fact]
    public void Should_keep_a_listing_as_it_is_written()
    {
        var listing = code.Of(Main);

        Assert.Equal(listing.Parts, CodeListing.Of(listing.ToBytes()).Parts);
    }

    private bool Same(string before, string now) => Changed(before, now).Count == 0;

    private IReadOnlyList<string> Changed(string before, string now) => code.Of(now).ChangedFrom(code.Of(before));
}
