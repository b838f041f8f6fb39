using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes a line. Default: black, solid.</summary>
public class LineDescriptor
{
    private readonly Line line;

    internal LineDescriptor(Line element) => line = element;

    /// <summary>The colour.</summary>
    public LineDescriptor LineColor(Color color)
    {
        line.Color = color;
        return this;
    }

    /// <summary>Lengths of dashes and gaps in turn, an even number of them.</summary>
    public LineDescriptor LineDashPattern(float[] dashPattern, Unit unit = Unit.Point)
    {
        line.DashPattern = [.. dashPattern.Select(length => length.ToPoints(unit))];
        return this;
    }
}
