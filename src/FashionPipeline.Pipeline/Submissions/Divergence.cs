using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>A training of a submission that came to nothing, which is a result.</summary>
/// <param name="Source">Digest of the graph that was submitted.</param>
/// <param name="Run">The training.</param>
internal sealed record Divergence(string Source, FailedRun Run);
