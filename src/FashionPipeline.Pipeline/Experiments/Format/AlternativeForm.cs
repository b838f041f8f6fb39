namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>One of several forms, the short one first.</summary>
/// <param name="Forms">The forms; no value fits two.</param>
public sealed record AlternativeForm(params IReadOnlyList<ValueForm> Forms) : ValueForm
{
    /// <summary>Rows and columns: one integer for both, or a list of the two.</summary>
    public static AlternativeForm Size { get; } = new(IntegerForm.Count, new ListForm(IntegerForm.Count) { Minimum = 2, Maximum = 2 });
}
