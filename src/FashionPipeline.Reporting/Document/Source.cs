namespace FashionPipeline.Reporting.Document;

/// <summary>A work that the report rests on.</summary>
/// <param name="Text">Authors, title, place and year.</param>
/// <param name="Url">Where it can be read.</param>
public sealed record Source(string Text, string Url)
{
    /// <summary>The interval of a share.</summary>
    public static Source Wilson { get; } = new(
        "E. B. Wilson: Probable inference, the law of succession, and statistical inference. Journal of the American Statistical "
            + "Association 22, 1927.",
        "https://doi.org/10.1080/01621459.1927.10502953");

    /// <summary>The test of two classifiers on the same images.</summary>
    public static Source McNemar { get; } = new(
        "Q. McNemar: Note on the sampling error of the difference between correlated proportions or percentages. Psychometrika 12, 1947.",
        "https://doi.org/10.1007/BF02295996");

    /// <summary>The interval of a difference between matched shares.</summary>
    public static Source AgrestiMin { get; } = new(
        "A. Agresti, Y. Min: Simple improved confidence intervals for comparing matched proportions. Statistics in Medicine 24, 2005.",
        "https://doi.org/10.1002/sim.1781");

    /// <summary>Calibration.</summary>
    public static Source Calibration { get; } = new(
        "C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger: On calibration of modern neural networks. ICML 2017.",
        "https://arxiv.org/abs/1706.04599");

    /// <summary>Accuracy by coverage.</summary>
    public static Source Coverage { get; } = new(
        "Y. Geifman, R. El-Yaniv: Selective classification for deep neural networks. NIPS 2017.", "https://arxiv.org/abs/1705.08500");

    /// <summary>The spectral embedding.</summary>
    public static Source Embedding { get; } = new(
        "M. Belkin, P. Niyogi: Laplacian eigenmaps for dimensionality reduction and data representation. Neural Computation 15, 2003.",
        "https://doi.org/10.1162/089976603321780317");

    /// <summary>Model cards.</summary>
    public static Source ModelCards { get; } = new(
        "M. Mitchell and others: Model cards for model reporting. FAT* 2019.", "https://arxiv.org/abs/1810.03993");
}
