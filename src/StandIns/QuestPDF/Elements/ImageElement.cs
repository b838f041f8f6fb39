using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A picture, drawn without smoothing.</summary>
internal sealed class ImageElement(Image image) : LeafElement
{
    internal override string Name => "Image";

    internal ImageFit Fit { get; set; } = ImageFit.Width;

    protected override SpacePlan MeasureWhole(Size available)
    {
        var size = SizeIn(available);
        return size.Width > available.Width + Size.Epsilon || size.Height > available.Height + Size.Epsilon
            ? SpacePlan.Wrap($"Image: would be {size}, but only {available} are left")
            : SpacePlan.Full(size);
    }

    protected override void DrawWhole(LayoutContext context, Size available)
    {
        var size = SizeIn(available);
        context.Canvas.DrawImage(image.Pixels, new SKRect(0, 0, size.Width, size.Height), SKSamplingOptions.Default, null);
    }

    private Size SizeIn(Size available)
    {
        var ratio = (float)image.Pixels.Width / image.Pixels.Height;
        var byWidth = new Size(available.Width, available.Width / ratio);
        var byHeight = new Size(available.Height * ratio, available.Height);
        return Fit switch
        {
            ImageFit.Width => byWidth,
            ImageFit.Height => byHeight,
            ImageFit.Unproportionally => available,
            _ => byWidth.Height <= available.Height ? byWidth : byHeight,
        };
    }
}

internal enum ImageFit
{
    Width,
    Height,
    Area,
    Unproportionally,
}
