namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>The body of a registry's refusal (OCI distribution specification 1.1, "Error Codes").</summary>
/// <param name="Errors">What is wrong.</param>
internal sealed record OciErrors(IReadOnlyList<OciError?>? Errors);
