namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>A list.</summary>
/// <param name="Item">What its items are.</param>
public sealed record ListForm(ValueForm Item) : ValueForm
{
    /// <summary>The fewest items.</summary>
    public int Minimum { get; init; }

    /// <summary>The most items; null for any number.</summary>
    public int? Maximum { get; init; }

    /// <summary>True where no item may stand there twice.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>True where the list is merged with an inherited one, item by item.</summary>
    public bool IsMerged { get; init; }
}
