using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Reports;

/// <summary>A file of a report.</summary>
/// <param name="Content">What is in it.</param>
/// <param name="Read">Its bytes, which are not asked for where the file is there already.</param>
public sealed record ReportFile(Artifact Content, Func<byte[]> Read)
{
    /// <summary>The file that has these bytes.</summary>
    public static ReportFile Of(byte[] bytes) => new(Artifact.Of(bytes), () => bytes);
}
