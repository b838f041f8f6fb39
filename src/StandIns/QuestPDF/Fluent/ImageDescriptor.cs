using QuestPDF.Elements;

namespace QuestPDF.Fluent;

/// <summary>Describes how a picture fills its space. Its pixels are stored as they are.</summary>
public sealed class ImageDescriptor
{
    private readonly ImageElement _image;

    internal ImageDescriptor(ImageElement image) => _image = image;

    /// <summary>Stores the pixels as they are, as this implementation always does.</summary>
    public ImageDescriptor UseOriginalImage(bool value = true) => this;

    /// <summary>As wide as the space.</summary>
    public ImageDescriptor FitWidth() => Fit(ImageFit.Width);

    /// <summary>As high as the space.</summary>
    public ImageDescriptor FitHeight() => Fit(ImageFit.Height);

    /// <summary>As large as the space allows.</summary>
    public ImageDescriptor FitArea() => Fit(ImageFit.Area);

    /// <summary>Stretched to the space.</summary>
    public ImageDescriptor FitUnproportionally() => Fit(ImageFit.Unproportionally);

    private ImageDescriptor Fit(ImageFit fit)
    {
        _image.Fit = fit;
        return this;
    }
}
