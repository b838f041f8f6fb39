namespace FashionPipeline.Reporting.Diff;

/// <summary>How many images of a class went from one predicted class to another.</summary>
/// <param name="Truth">The true class.</param>
/// <param name="Before">The class that was predicted.</param>
/// <param name="Now">The class that is predicted.</param>
/// <param name="Count">How many images.</param>
public sealed record FlippedPair(string Truth, string Before, string Now, int Count);
