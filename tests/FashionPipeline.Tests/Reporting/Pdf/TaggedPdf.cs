using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;

namespace FashionPipeline.Tests.Reporting.Pdf;

/// <summary>The structure tree of a PDF and the marked content of its pages, as an independent reader sees them.</summary>
internal sealed class TaggedPdf
{
    // Operators that paint (ISO 32000-1, table 51).
    private static readonly HashSet<string> Painting =
        ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "EI", "Tj", "TJ", "'", "\""];

    private readonly PdfDocument pdf;
    private readonly Dictionary<IndirectReference, int> pageNumbers = [];

    public TaggedPdf(PdfDocument pdf)
    {
        this.pdf = pdf;
        GatherPages((IndirectReferenceToken)Catalogue.Data["Pages"]);
        Root = Resolve<DictionaryToken>(Catalogue.Data["StructTreeRoot"]);
        Gather(Root.Data["K"], null);
    }

    /// <summary>The catalogue.</summary>
    public DictionaryToken Catalogue => pdf.Structure.Catalog.CatalogDictionary;

    /// <summary>The elements in the order of reading.</summary>
    public List<Element> Elements { get; } = [];

    private DictionaryToken Root { get; }

    /// <summary>What is wrong: content outside of marks, marks without a place in the tree or with several, wrong ways back.</summary>
    public IEnumerable<string> Faults()
    {
        var inTree = Elements.SelectMany(element => element.Content.Select(content => (content.Page, content.Id, element.Reference)))
            .ToLookup(content => (content.Page, content.Id), content => content.Reference);
        var table = Numbers(Resolve<DictionaryToken>(Root.Data["ParentTree"]));
        foreach (var page in pdf.GetPages())
        {
            var (ids, faults) = Marks(page);
            foreach (var fault in faults)
            {
                yield return $"page {page.Number}: {fault}";
            }

            var parents = Resolve<ArrayToken>(table[Int(page.Dictionary, "StructParents")]);
            var idsInTree = inTree.Where(content => content.Key.Page == page.Number).Select(content => content.Key.Id);
            foreach (var id in ids.Concat(idsInTree).Distinct())
            {
                IndirectReference[] owners = [.. inTree[(page.Number, id)]];
                if (ids.Count(other => other == id) != 1 || owners.Length != 1
                    || ((IndirectReferenceToken)parents.Data[id]).Data != owners[0])
                {
                    yield return $"page {page.Number}: content {id} is {ids.Count(other => other == id)} times on the page, "
                        + $"{owners.Length} times in the tree, or the way back is wrong";
                }
            }

            foreach (var link in Links(page))
            {
                var holders = Elements.Where(element => element.Links.Contains(link.Data)).ToList();
                var key = Int(Resolve<DictionaryToken>(link), "StructParent");
                if (holders.Count != 1 || holders[0].Type != "Link" || ((IndirectReferenceToken)table[key]).Data != holders[0].Reference)
                {
                    yield return $"page {page.Number}: the link {link.Data} is in {holders.Count} elements, or the way back is wrong";
                }
            }
        }
    }

    /// <summary>The links of a page, as they stand in the file.</summary>
    public IEnumerable<DictionaryToken> LinksOf(Page page) => Links(page).Select(Resolve<DictionaryToken>);

    /// <summary>A text of a dictionary, null where it has none of this name.</summary>
    public static string? Text(DictionaryToken dictionary, string name) => !dictionary.Data.TryGetValue(name, out var value) ? null
        : value is StringToken text ? text.Data : ((HexToken)value).Data;

    private static (List<int> Ids, List<string> Faults) Marks(Page page)
    {
        var (ids, faults, depth) = (new List<int>(), new List<string>(), 0);
        foreach (var operation in page.Operations)
        {
            depth += operation switch
            {
                BeginMarkedContent or BeginMarkedContentWithProperties => 1,
                EndMarkedContent => -1,
                _ => 0,
            };
            if (operation is BeginMarkedContentWithProperties { Properties: { } properties } && properties.Data.ContainsKey("MCID"))
            {
                ids.Add(Int(properties, "MCID"));
            }

            if (depth is < 0 or > 1 || (depth == 0 && Painting.Contains(operation.Operator)))
            {
                faults.Add($"{operation.Operator} in {depth} marked contents");
            }
        }

        if (depth != 0)
        {
            faults.Add("marked content does not end");
        }

        return (ids, faults);
    }

    private static int Int(DictionaryToken dictionary, string name) => ((NumericToken)dictionary.Data[name]).Int;

    private IEnumerable<IndirectReferenceToken> Links(Page page) =>
        page.Dictionary.Data.TryGetValue("Annots", out var links) ? Resolve<ArrayToken>(links).Data.Cast<IndirectReferenceToken>() : [];

    private void GatherPages(IndirectReferenceToken node)
    {
        if (Resolve<DictionaryToken>(node).Data.TryGetValue("Kids", out var kids))
        {
            Resolve<ArrayToken>(kids).Data.Cast<IndirectReferenceToken>().ToList().ForEach(GatherPages);
        }
        else
        {
            pageNumbers.Add(node.Data, pageNumbers.Count + 1);
        }
    }

    private void Gather(IToken token, Element? parent)
    {
        if (token is NumericToken id)
        {
            parent!.Content.Add((parent.Page, id.Int));
        }
        else if (token is ArrayToken kids)
        {
            kids.Data.ToList().ForEach(kid => Gather(kid, parent));
        }
        else if (token is DictionaryToken part && part.Data.TryGetValue("MCID", out var other))
        {
            parent!.Content.Add((PageOf(part), ((NumericToken)other).Int));
        }
        else if (token is DictionaryToken link)
        {
            parent!.Links.Add(((IndirectReferenceToken)link.Data["Obj"]).Data);
        }
        else
        {
            var reference = ((IndirectReferenceToken)token).Data;
            var body = Resolve<DictionaryToken>(token);
            var element = new Element(reference, ((NameToken)body.Data["S"]).Data, parent, body, PageOf(body));
            Elements.Add(element);
            if (body.Data.TryGetValue("K", out var inner))
            {
                Gather(inner is IndirectReferenceToken ? inner : Resolve<IToken>(inner), element);
            }
        }
    }

    private int PageOf(DictionaryToken token) =>
        token.Data.TryGetValue("Pg", out var page) ? pageNumbers[((IndirectReferenceToken)page).Data] : 0;

    private T Resolve<T>(IToken token)
        where T : IToken => (T)(token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token);

    private static Dictionary<int, IToken> Numbers(DictionaryToken tree) => ((ArrayToken)tree.Data["Nums"]).Data.Chunk(2)
        .ToDictionary(pair => ((NumericToken)pair[0]).Int, pair => pair[1]);

    /// <summary>An element of the tree.</summary>
    public sealed record Element(IndirectReference Reference, string Type, Element? Parent, DictionaryToken Body, int Page)
    {
        /// <summary>Its marked content: page from 1, id.</summary>
        public List<(int Page, int Id)> Content { get; } = [];

        /// <summary>Its links.</summary>
        public List<IndirectReference> Links { get; } = [];

        /// <summary>Its alternative text.</summary>
        public string? AlternativeText => Text(Body, "Alt");

        /// <summary>What it is the header of.</summary>
        public string? Scope => Body.Data.TryGetValue("A", out var value) && value is DictionaryToken attributes
            && attributes.Data.TryGetValue("Scope", out var scope) ? ((NameToken)scope).Data : null;
    }
}
