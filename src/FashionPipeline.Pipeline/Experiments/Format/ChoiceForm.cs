using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>One of several names.</summary>
/// <param name="Choices">The names.</param>
public sealed record ChoiceForm(params IReadOnlyList<string> Choices) : ValueForm
{
    /// <summary>The values of an enumeration.</summary>
    public static ChoiceForm Of<T>()
        where T : struct, Enum => new([.. Enum.GetValues<T>().Select(SnakeCase.Of)]);
}
