namespace QuestPDF.Infrastructure;

/// <summary>How pages become PNG pictures.</summary>
public sealed class ImageGenerationSettings
{
    /// <summary>Resolution in dots an inch. Default: 288.</summary>
    public int RasterDpi { get; set; } = DocumentSettings.DefaultRasterDpi * 4;

    /// <summary>A new object with the defaults.</summary>
    public static ImageGenerationSettings Default => new();
}
