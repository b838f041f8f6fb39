namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>A number in a range.</summary>
/// <param name="Minimum">Where the range begins.</param>
/// <param name="Maximum">Where it ends; null where it does not.</param>
public sealed record NumberForm(double Minimum, double? Maximum = null) : ValueForm
{
    /// <summary>True where the minimum is no part of the range.</summary>
    public bool IsAboveMinimum { get; init; }

    /// <summary>True where the maximum is no part of the range.</summary>
    public bool IsBelowMaximum { get; init; }

    /// <summary>A share of a whole.</summary>
    public static NumberForm Share { get; } = new(0, 1);

    /// <summary>The range in words that follow <c>a number</c>: <c>more than 0 and up to 1</c>.</summary>
    public string Range => FormattableString.Invariant((this, Maximum) switch
    {
        ({ IsAboveMinimum: true }, null) => $"more than {Minimum}",
        ({ IsAboveMinimum: true, IsBelowMaximum: false }, _) => $"more than {Minimum} and up to {Maximum}",
        ({ IsAboveMinimum: true }, _) => $"more than {Minimum} and less than {Maximum}",
        (_, null) => $"of {Minimum} or more",
        ({ IsBelowMaximum: true }, _) => $"from {Minimum} up to, not including, {Maximum}",
        _ => (FormattableString)$"from {Minimum} to {Maximum}",
    });

    /// <summary>Whether a number is in the range.</summary>
    public bool Allows(double number) =>
        (IsAboveMinimum ? number > Minimum : number >= Minimum) && (Maximum is not { } maximum
            || (IsBelowMaximum ? number < maximum : number <= maximum));
}
