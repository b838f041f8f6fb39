using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A straight line as long as the space.</summary>
internal sealed class Line(bool isHorizontal, float thickness) : LeafElement
{
    internal Color Color { get; set; } = new(0xFF000000);

    internal float[]? DashPattern { get; set; }

    protected override SpacePlan MeasureWhole(Size available) => thickness > (isHorizontal ? available.Height : available.Width) + Size.Epsilon
        ? SpacePlan.Wrap($"Line: is {thickness:0.##} points thick, but only {available} are left")
        : isHorizontal ? SpacePlan.Full(0, thickness) : SpacePlan.Full(thickness, 0);

    protected override void DrawWhole(LayoutContext context, Size available)
    {
        using var dash = DashPattern is null ? null : SKPathEffect.CreateDash(DashPattern, 0);
        using var paint = new SKPaint { Color = Color.Hex, StrokeWidth = thickness, IsStroke = true, IsAntialias = true, PathEffect = dash };
        var middle = thickness / 2;
        if (isHorizontal)
        {
            context.Canvas.DrawLine(0, middle, available.Width, middle, paint);
        }
        else
        {
            context.Canvas.DrawLine(middle, 0, middle, available.Height, paint);
        }
    }
}
