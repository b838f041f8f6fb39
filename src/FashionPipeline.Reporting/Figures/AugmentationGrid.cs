using FashionPipeline.Data;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>Training images in a row, and below each what the network sees of it in the first epochs.</summary>
internal static class AugmentationGrid
{
    private const int Width = 460;
    private const int RowNameWidth = 56;
    private const int Gap = 4;
    private const int Enlargement = 8;

    /// <summary>Draws a row of samples, and a row for each epoch.</summary>
    /// <param name="train">The training images.</param>
    /// <param name="samples">Which of them.</param>
    /// <param name="augmented">What the epochs show of them.</param>
    public static Figure Create(LabelledImages train, IReadOnlyList<int> samples, AugmentedContent augmented)
    {
        var side = Math.Min(40, ((Width - RowNameWidth) / samples.Count) - Gap);
        var rows = augmented.Epochs.Count + 1;
        var height = (rows * (side + Gap)) + Gap;
        var text = $"{samples.Count} training images, and below each the same one shifted and flipped as in "
            + $"the first {Wording.Epochs(augmented.Epochs.Count)}";
        return new Figure("augmentation", text, Width, height, () =>
        {
            var plot = PlotStyle.CreateCanvas(Width, height);
            for (var row = 0; row < rows; row++)
            {
                var top = height - Gap - (row * (side + Gap));
                plot.Write(
                    row == 0 ? "Image" : $"Epoch {row}", 2, top - (side / 2.0), PlotStyle.TextSize, Colors.Black, Alignment.MiddleLeft);
                for (var i = 0; i < samples.Count; i++)
                {
                    var left = RowNameWidth + (i * (side + Gap));
                    var picture = row == 0
                        ? ShownImage.Of(train, samples[i], Enlargement)
                        : ShownImage.Of(augmented.Epochs[row - 1], i, Enlargement);
                    plot.Add.Plottable(CanvasPlottable.Pixels(picture, new CoordinateRect(left, left + side, top - side, top)));
                }
            }

            return plot;
        });
    }
}
