namespace FashionPipeline.Numerics.Elementary;

/// <summary>
/// Sums of doubles, one number after the other. Another order gives other bits, and a library may come to add several numbers at once.
/// </summary>
public static class OrderedSum
{
    /// <summary>The sum in the order of the numbers; 0 of none.</summary>
    public static double Of(IEnumerable<double> numbers)
    {
        var sum = 0d;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    /// <summary>The sum in the order of the numbers, divided by how many they are; no number of none.</summary>
    public static double Mean(IReadOnlyCollection<double> numbers) => Of(numbers) / numbers.Count;
}
