using System.Xml;
using System.Xml.Linq;

namespace FashionPipeline.Reporting.Html;

/// <summary>The text of a style or a script, in which HTML knows no escapes.</summary>
internal sealed class RawText : XText
{
    /// <summary>Takes a text of ours without <c>&lt;</c> and <c>&amp;</c>.</summary>
    /// <exception cref="ArgumentException">It has one of them, and so would be read as markup.</exception>
    public RawText(string text)
        : base(text)
    {
        if (text.AsSpan().ContainsAny('<', '&'))
        {
            throw new ArgumentException("A style or a script of the page has '<' or '&'.", nameof(text));
        }
    }

    /// <inheritdoc/>
    public override void WriteTo(XmlWriter writer) => writer.WriteRaw(Value);
}
