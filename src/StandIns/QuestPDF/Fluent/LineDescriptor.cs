using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes a line. Default: black, solid.</summary>
public class LineDescriptor
{
    private readonly Line _line;

    internal LineDescriptor(Line line) => _line = line;

    /// <summary>The colour.</summary>
    public LineDescriptor LineColor(Color color)
    {
        _line.Color = color;
        return this;
    }

    /// <summary>Lengths of dashes and gaps in turn, an even number of them.</summary>
    public LineDescriptor LineDashPattern(float[] dashPattern, Unit unit = Unit.Point)
    {
        _line.DashPattern = [.. dashPattern.Select(length => length.ToPoints(unit))];
        return this;
    }
}
