namespace FashionPipeline.Data;

/// <summary>
/// What is said of sizes of images. It is no part of <see cref="ImageShape"/>, as other words must not train anything again.
/// </summary>
public static class ShapeWording
{
    extension(ImageShape shape)
    {
        /// <summary>The kind of its pixels: <c>grey</c> or <c>colour</c>.</summary>
        public string Kind => shape.IsColour ? "colour" : "grey";

        /// <summary>For a reader: <c>28 x 28 grey pixels</c>.</summary>
        public string Description => FormattableString.Invariant($"{shape.Height} x {shape.Width} {shape.Kind} pixels");
    }
}
