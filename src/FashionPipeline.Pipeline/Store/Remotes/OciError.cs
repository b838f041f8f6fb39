namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>One fault that a registry finds.</summary>
/// <param name="Code">The specification's word for it: <c>DENIED</c>.</param>
internal sealed record OciError(string? Code);
