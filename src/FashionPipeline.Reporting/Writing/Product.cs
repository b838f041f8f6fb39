namespace FashionPipeline.Reporting.Writing;

/// <summary>The program that makes the reports.</summary>
internal static class Product
{
    /// <summary>Name and version: <c>FashionPipeline 0.1.0</c>.</summary>
    public static string Name { get; } = $"FashionPipeline {typeof(Product).Assembly.GetName().Version!.ToString(3)}";
}
