using System.Text;
using System.Xml.Linq;
using FashionPipeline.Reporting.Diff;
using SkiaSharp;

namespace FashionPipeline.Tests.Reporting.Diff;

public sealed class DiffPageTests
{
    [Fact]
    public void Should_be_one_page_that_fetches_nothing_and_takes_no_text_for_markup()
    {
        const string Text = "<script>alert(1)</script>";
        var diff = SampleDiff.With(Text);

        var html = Encoding.UTF8.GetString(DiffPage.Of(diff, diff.Pictures().ToDictionary(name => name, _ => Png())));

        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Single(page.Descendants("script"));
        Assert.Contains(page.Descendants("td"), cell => cell.Value == Text);
        Assert.All(page.Descendants("img"), image =>
            Assert.StartsWith("data:image/png;base64,", image.Attribute("src")!.Value, StringComparison.Ordinal));
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_lay_the_later_figure_over_the_earlier_one_with_a_slider()
    {
        var diff = SampleDiff.With("cnn");

        var page = XDocument.Parse(Encoding.UTF8.GetString(DiffPage.Of(diff, diff.Pictures().ToDictionary(name => name, _ => Png())))
            .Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

        var swipe = Assert.Single(page.Descendants("div"), div => div.Attribute("class")?.Value == "swipe");
        Assert.Equal(["Before", "Now"], swipe.Elements("img").Select(image => image.Attribute("alt")!.Value));
        Assert.Equal("range", swipe.Element("input")!.Attribute("type")!.Value);
    }

    private static byte[] Png()
    {
        using var bitmap = new SKBitmap(2, 2);
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
