namespace FashionPipeline.Reporting.Diff;

/// <summary>An image that is put into another class than before.</summary>
/// <param name="Image">Its number among the test images, from 0.</param>
/// <param name="Truth">The true class.</param>
/// <param name="Before">The class that was predicted.</param>
/// <param name="Now">The class that is predicted.</param>
/// <param name="Probability">The probability that the model gives it now, 0 to 1.</param>
public sealed record FlippedImage(int Image, string Truth, string Before, string Now, double Probability);
