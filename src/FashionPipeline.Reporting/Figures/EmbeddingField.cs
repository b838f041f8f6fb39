using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>The part of the plane that an embedding's figure shows, with axes alike for all of its plots, and what lies where.</summary>
internal sealed class EmbeddingField
{
    // Cells of each side: about as large as a finger on a phone's small parts is exact.
    private const int Cells = 12;

    // Classes that a cell of several names.
    private const int NamedClasses = 3;

    private readonly EmbeddingContent embedding;
    private readonly IReadOnlyList<string> labelNames;
    private readonly Coordinates[] places;
    private readonly int[] images;

    /// <summary>Lays out the first two coordinates; where there is only one, its points lie on a line.</summary>
    public EmbeddingField(EmbeddingContent embedding, IReadOnlyList<string> labelNames)
    {
        (this.embedding, this.labelNames) = (embedding, labelNames);
        places = [.. Enumerable.Range(0, embedding.Labels.Length)
            .Select(point => new Coordinates(embedding.Coordinate(point, 0), embedding.Coordinate(point, 1)))];
        images = [.. labelNames.Select((_, label) => embedding.Labels.Count(other => other == label))];
        var (left, right) = EmbeddingAxes.Limits(places.Select(place => place.X));
        var (bottom, top) = EmbeddingAxes.Limits(places.Select(place => place.Y));
        Limits = new CoordinateRect(left, right, bottom, top);
    }

    /// <summary>Where the axes begin and end.</summary>
    public CoordinateRect Limits { get; }

    /// <summary>The points, by the images' numbers.</summary>
    public IReadOnlyList<Coordinates> Places => places;

    /// <summary>How many images of a class lie in each cell of the plane that has one.</summary>
    public IReadOnlyList<(CoordinateRect Area, string Title)> CellsOf(int label) =>
        [.. CellsWith(point => embedding.Labels[point] == label).Select(cell => (Area(cell.Key),
            $"{Name(label)}: {Wording.Thousands(cell.Count())} of {Wording.Thousands(images[label])} images"))];

    /// <summary>Images in each cell of the plane that has one, with their most frequent classes.</summary>
    public IReadOnlyList<(CoordinateRect Area, string Title)> AllCells() =>
        [.. CellsWith(_ => true).Select(cell => (Area(cell.Key), Mix([.. cell])))];

    private string Mix(IReadOnlyList<int> points)
    {
        var classes = points.GroupBy(point => embedding.Labels[point]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => $"{Name(group.Key)} {Wording.Thousands(group.Count())}").ToList();
        var others = classes.Count > NamedClasses ? FormattableString.Invariant($" and {classes.Count - NamedClasses} more classes") : "";
        return $"{Wording.Images(points.Count)}: {string.Join(", ", classes.Take(NamedClasses))}{others}";
    }

    private string Name(int label) => $"{labelNames[label]} [{label}]";

    private IEnumerable<IGrouping<(int Column, int Row), int>> CellsWith(Func<int, bool> isCounted) => Enumerable.Range(0, places.Length)
        .Where(isCounted)
        .GroupBy(point => (
            (int)((places[point].X - Limits.Left) / Limits.Width * Cells),
            (int)((places[point].Y - Limits.Bottom) / Limits.Height * Cells)))
        .OrderByDescending(cell => cell.Key.Item2).ThenBy(cell => cell.Key.Item1); // as text is read

    private CoordinateRect Area((int Column, int Row) cell)
    {
        var (width, height) = (Limits.Width / Cells, Limits.Height / Cells);
        var (left, bottom) = (Limits.Left + (cell.Column * width), Limits.Bottom + (cell.Row * height));
        return new CoordinateRect(left, left + width, bottom, bottom + height);
    }
}
