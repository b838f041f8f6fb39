using System.Xml.Linq;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Html;

/// <summary>The page around the blocks: what browsers are told, the title, the contents, the text.</summary>
internal static class HtmlPage
{
    // Nothing may be fetched, even if a text of an experiment were taken for markup.
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:";

    public static XElement Compose(IReadOnlyList<Block> blocks, MistakeSheet? mistakes, IReadOnlyCollection<string> files)
    {
        var title = blocks.OfType<HeadingBlock>().First();
        var anchors = new Anchors(blocks);
        var body = new HtmlBlocks(anchors, files);
        return Frame(title.Text, PageAssets.Style + mistakes?.Style, new XElement(
            "body",
            new XElement("a", new XAttribute("class", "skip"), new XAttribute("href", "#content"), "Skip to the report"),
            new XElement("header", new XElement("h1", title.Text)),
            Contents(blocks, anchors),
            new XElement(
                "main",
                new XAttribute("id", "content"),
                FigureRow.Gather(blocks.Where(block => block != title)).SelectMany(block => Rendered(body, block, mistakes)),
                Files(files)),
            mistakes?.Data,
            new XElement("script", new RawText(PageAssets.Script))));
    }

    /// <summary>A page with its head: what browsers are told, the title, the style.</summary>
    /// <param name="title">The title.</param>
    /// <param name="style">The style sheet.</param>
    /// <param name="body">The body.</param>
    public static XElement Frame(string title, string style, XElement body) => new(
        "html",
        new XAttribute("lang", "en"),
        new XElement(
            "head",
            Meta("charset", "utf-8"),
            Meta("http-equiv", "Content-Security-Policy", Policy),
            Meta("name", "viewport", "width=device-width, initial-scale=1"),
            Meta("name", "color-scheme", "light dark"),
            Meta("name", "generator", "FashionPipeline"),
            new XElement("title", title),
            new XElement("style", new RawText(style))),
        body);

    // Who looks at the matrix wants to see the images of its cells.
    private static IEnumerable<XElement> Rendered(HtmlBlocks body, Block block, MistakeSheet? mistakes)
    {
        yield return body.Render(block);
        if (mistakes is not null && block is FigureBlock { Figure.Name: MistakeSheet.Figure })
        {
            yield return mistakes.Explorer;
        }
    }

    private static XElement? Files(IReadOnlyCollection<string> files) => files.Count == 0 ? null : new XElement(
        "details",
        new XAttribute("class", "beside"),
        new XElement("summary", "Files beside this page"),
        new XElement("ul", files.Order(StringComparer.Ordinal).Select(file =>
            new XElement("li", new XElement("a", new XAttribute("href", file), file)))));

    private static XElement Meta(string kind, string name, string? content = null) =>
        new("meta", new XAttribute(kind, name), content is null ? null : new XAttribute("content", content));

    private static XElement Contents(IReadOnlyList<Block> blocks, Anchors anchors) => new(
        "nav",
        new XAttribute("aria-label", "Contents"),
        new XElement(
            "details",
            new XAttribute("open", "open"),
            new XElement("summary", "Contents"),
            new XElement(
                "ol",
                blocks.OfType<HeadingBlock>().Where(heading => heading.Level == 2).Select(heading => new XElement(
                    "li",
                    new XElement("a", new XAttribute("href", $"#{anchors.Of(heading)}"), heading.Text))))));
}
