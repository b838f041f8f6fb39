namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>A remote store was reached, and what it holds for a node is no result of that node, or is not all there.</summary>
/// <param name="message">What is wrong, in one line.</param>
public sealed class UnfitResultException(string message) : Exception(message);
