using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A flat line as wide as the space.</summary>
internal sealed class Line(float thickness) : LeafElement
{
    internal Color Color { get; set; } = new(0xFF000000);

    internal float[]? DashPattern { get; set; }

    protected override SpacePlan MeasureWhole(Size available) => thickness > available.Height + Size.Epsilon
        ? SpacePlan.Wrap($"Line: is {thickness:0.##} points thick, but only {available} are left")
        : SpacePlan.Full(0, thickness);

    protected override void DrawWhole(LayoutContext context, Size available)
    {
        using var dash = DashPattern is null ? null : SKPathEffect.CreateDash(DashPattern, 0);
        using var paint = new SKPaint { Color = Color.Hex, StrokeWidth = thickness, IsStroke = true, IsAntialias = true };
        paint.PathEffect = dash;
        context.Tagging.Decoration(context.Canvas);
        context.Canvas.DrawLine(0, thickness / 2, available.Width, thickness / 2, paint);
    }
}
