using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Data.Splits;

/// <summary>
/// Cuts a validation set out of the training images, the same share of every class. Of a class with n training images it takes
/// fraction · n, rounded to the nearest whole number, halves upwards, but at least one image and at most n - 1: the first ones of a random
/// order of the class, which depends on the seed, the class's label and n alone. Both parts keep the images in their order.
/// </summary>
public static class StratifiedSplit
{
    private const int FewestOfClass = 2;

    /// <summary>The splits with fewer training images, and with a validation set; the test images are not looked at.</summary>
    /// <param name="splits">The data set's two halves.</param>
    /// <param name="dataSet">What they are called.</param>
    /// <param name="options">How much is cut out.</param>
    /// <exception cref="InputException">A class has fewer than two training images.</exception>
    public static DataSplits Apply(DataSplits splits, DataSet dataSet, ValidationOptions options)
    {
        var classes = splits.Train.Labels.Index().ToLookup(label => (int)label.Item, label => label.Index);
        RequireEnough(classes, dataSet);
        var isValidation = new bool[splits.Train.Count];
        foreach (var images in classes)
        {
            var members = images.ToArray();
            var order = new RandomStream(options.Seed, RandomPurpose.ValidationSplit, step: (uint)images.Key).Permutation(members.Length);
            foreach (var place in order.AsSpan(0, Size(members.Length, options.Fraction)))
            {
                isValidation[members[place]] = true;
            }
        }

        return splits with { Train = Part(splits.Train, isValidation, false), Validation = Part(splits.Train, isValidation, true) };
    }

    private static void RequireEnough(ILookup<int, int> classes, DataSet dataSet)
    {
        var faults = dataSet.LabelNames.Index().Select(name => (Name: name.Item, Count: classes[name.Index].Count()))
            .Where(one => one.Count < FewestOfClass)
            .Select(one => FormattableString.Invariant(
                $"class '{one.Name}' has {one.Count} training image{(one.Count == 1 ? "" : "s")}; expected {FewestOfClass} or more"))
            .ToList();
        if (faults.Count > 0)
        {
            throw new InputException($"No validation set can be cut out of the training images of {dataSet.Title}, as it takes one of each "
                + $"class and leaves one to train on:\n  {string.Join("\n  ", faults)}\n"
                + "Add images of what is short of them, or leave 'validation' out of the experiment.");
        }
    }

    private static int Size(int count, double fraction) =>
        Math.Clamp((int)Math.Round(fraction * count, MidpointRounding.AwayFromZero), 1, count - 1);

    private static LabelledImages Part(LabelledImages images, bool[] isValidation, bool which)
    {
        var indices = Enumerable.Range(0, images.Count).Where(index => isValidation[index] == which).ToArray();
        var pixels = new byte[indices.Length * images.ValuesPerImage];
        foreach (var (place, index) in indices.Index())
        {
            images.Image(index).CopyTo(pixels.AsSpan(place * images.ValuesPerImage));
        }

        return images with { Pixels = pixels, Labels = [.. indices.Select(index => images.Labels[index])] };
    }
}
