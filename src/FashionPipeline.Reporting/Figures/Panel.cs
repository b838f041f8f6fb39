using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>A plot and its place in a figure.</summary>
/// <param name="Plot">The plot; all of its axis limits are set.</param>
/// <param name="Left">Left edge, in points from the figure's left.</param>
/// <param name="Top">Upper edge, in points from the figure's top.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
internal sealed record Panel(Plot Plot, float Left, float Top, float Width, float Height);
