namespace FashionPipeline.Portability;

/// <summary>A computation on a fixed input, whose result must have the same bits on every machine.</summary>
/// <param name="Name">Group and subject, such as <c>linear/nearest-neighbours</c>; without spaces.</param>
/// <param name="Compute">Computes the result, as <see cref="Bits"/> of it.</param>
public sealed record Case(string Name, Func<byte[]> Compute)
{
    /// <summary>Every case. A new one is a line in its group; a new group is a line here.</summary>
    public static IReadOnlyList<Case> All { get; } =
    [
        .. Cases.RandomCases.All,
        .. Cases.ElementaryCases.All,
        .. Cases.DenseCases.All,
        .. Cases.Conv2DCases.All,
        .. Cases.KernelCases.All,
        .. Cases.LinearCases.All,
    ];
}
