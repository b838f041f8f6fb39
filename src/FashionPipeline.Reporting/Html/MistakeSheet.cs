using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FashionPipeline.Reporting.Content;
using SkiaSharp;

namespace FashionPipeline.Reporting.Html;

/// <summary>
/// The images behind the cells of the confusion matrix: of each kind of mistake those that the model was surest of, on one bitmap, with
/// what the page's script needs to show them.
/// </summary>
public sealed class MistakeSheet
{
    /// <summary>Name of the figure below which they are shown.</summary>
    internal const string Figure = "confusion-matrix";

    private const int ImagesOfACell = 6;
    private const int MostCells = 100;

    // Larger images lose rows and columns: the page would grow beyond what browsers like.
    private const int LargestSide = 64;
    private const int Columns = 24;

    // Sixteen greys are enough to tell garments apart, and take half of the room.
    private const int Levels = 16;

    private readonly ReportContent content;
    private readonly List<Cell> cells;
    private readonly int step;

    private MistakeSheet(ReportContent content)
    {
        this.content = content;
        cells =
        [
            .. from mistake in content.BestModel.FirstRun.Mistakes
               group (mistake.Image, mistake.Confidence) by (mistake.Truth, mistake.Predicted) into cell
               orderby cell.Count() descending, cell.Key
               select new Cell(cell.Key.Truth, cell.Key.Predicted, cell.Count(), [.. cell.Take(ImagesOfACell)]),
        ];
        cells = cells[..Math.Min(MostCells, cells.Count)];
        step = (Math.Max(content.DataSet.Height, content.DataSet.Width) + LargestSide - 1) / LargestSide;
    }

    /// <summary>What shows the bitmap.</summary>
    internal string Style => $".mistake{{background-image:url(data:image/png;base64,{Convert.ToBase64String(Draw())})}}\n";

    /// <summary>Where the images will be shown; the page's script fills it.</summary>
    internal XElement Explorer => new(
        "section",
        new XAttribute("class", "explorer"),
        new XAttribute("aria-label", "Images of a cell of the confusion matrix"),
        new XAttribute("hidden", "hidden"),
        new XElement("label", "Images of a cell: ", new XElement("select", string.Empty)),
        new XElement("ul", new XAttribute("aria-live", "polite"), string.Empty));

    /// <summary>Places and values, for the page's script.</summary>
    internal XElement Data => new(
        "script",
        new XAttribute("type", "application/json"),
        new XAttribute("id", "mistakes"),
        new RawText(new JsonObject
        {
            ["width"] = content.DataSet.Width / step,
            ["height"] = content.DataSet.Height / step,
            ["columns"] = Columns,
            ["names"] = new JsonArray([.. content.DataSet.LabelNames.Select(name => JsonValue.Create(name))]),
            ["cells"] = new JsonArray([.. cells.Select(cell => (JsonNode)new JsonArray(
                cell.Truth, cell.Predicted, cell.Count, new JsonArray([.. cell.Images.Select(image =>
                    (JsonNode)new JsonArray(image.Number, Math.Round(image.Confidence, 4)))])))]),
        }.ToJsonString(JsonSerializerOptions.Default)));

    /// <summary>The mistakes of a report's best model; null where it makes none.</summary>
    public static MistakeSheet? Of(ReportContent content) =>
        content.BestModel.FirstRun.Mistakes.Count == 0 ? null : new MistakeSheet(content);

    private byte[] Draw()
    {
        var (images, height, width) = (content.Data.Test, content.DataSet.Height / step, content.DataSet.Width / step);
        int[] numbers = [.. cells.SelectMany(cell => cell.Images).Select(image => image.Number)];
        var rows = (numbers.Length + Columns - 1) / Columns;
        using var bitmap = new SKBitmap(
            Columns * width, rows * height, images.Channels == 1 ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque);
        foreach (var (place, number) in numbers.Index())
        {
            var pixels = images.Pixels.AsSpan(number * images.ValuesPerImage, images.ValuesPerImage);
            for (var i = 0; i < height * width; i++)
            {
                var (x, y) = ((place % Columns * width) + (i % width), (place / Columns * height) + (i / width));
                var pixel = pixels[(((i / width * step * images.Width) + (i % width * step)) * images.Channels)..];
                bitmap.SetPixel(x, y, images.Channels == 1
                    ? Grey((byte)(byte.MaxValue - pixel[0])) : new SKColor(pixel[0], pixel[1], pixel[2]));
            }
        }

        using var sheet = bitmap.PeekPixels();
        using var png = new MemoryStream();
        sheet.Encode(png, new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 9));
        return png.ToArray();
    }

    private static SKColor Grey(byte value)
    {
        var level = (byte)(value / (byte.MaxValue / (Levels - 1)) * (byte.MaxValue / (Levels - 1)));
        return new SKColor(level, level, level);
    }

    private sealed record Cell(int Truth, int Predicted, int Count, IReadOnlyList<(int Number, double Confidence)> Images);
}
