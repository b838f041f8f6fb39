namespace FashionPipeline.Reporting.Diff;

/// <summary>Test images that a run puts into another class than before.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Images">Images in all.</param>
/// <param name="Gained">Images that are classified correctly now and were not.</param>
/// <param name="Lost">Images that were classified correctly and are not.</param>
/// <param name="Moved">Images that went from one wrong class to another.</param>
/// <param name="PValue">McNemar's probability that equally good models differ so much.</param>
/// <param name="Pairs">How many images went from which class to which, the most first.</param>
/// <param name="Surest">The images of whose new class the model is surest, at most 25.</param>
/// <param name="Picture">The file that shows these; null where the images are missing.</param>
public sealed record PredictionChange(
    string Model, string Seed, int Images, int Gained, int Lost, int Moved, double PValue,
    IReadOnlyList<FlippedPair> Pairs, IReadOnlyList<FlippedImage> Surest, string? Picture);
