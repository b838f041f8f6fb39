using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Loop;

/// <summary>Looks at what a training is given before it starts.</summary>
internal static class TrainingCheck
{
    /// <summary>Throws with every fault of network, options and data.</summary>
    public static void Require(Network network, TrainingOptions options, DataSplits data, int classes)
    {
        List<string> faults =
        [
            .. OfOptions(options),
            .. OfImages(data.Train, "training", classes),
            .. OfImages(data.Test, "test", classes),
            .. ShapeCheck.Faults(network, data.Train.Height, data.Train.Width, classes).Select(fault => fault.Message),
            .. ArithmeticCheck.Faults(network, options.Numerics).Select(fault => fault.Message),
        ];
        if (data.Train.Height != data.Test.Height || data.Train.Width != data.Test.Width)
        {
            faults.Add(FormattableString.Invariant(
                $"training images are {data.Train.Height}x{data.Train.Width}, test images {data.Test.Height}x{data.Test.Width}; expected one size"));
        }

        if (faults.Count > 0)
        {
            throw new InputException($"Network '{network.Name}' cannot be trained:\n  {string.Join("\n  ", faults)}");
        }
    }

    private static IEnumerable<string> OfOptions(TrainingOptions options)
    {
        (bool Fits, string Fault)[] rules =
        [
            (options.Epochs >= 1, $"epochs is {options.Epochs}; expected at least 1"),
            (options.BatchSize >= 1, $"batch size is {options.BatchSize}; expected at least 1"),
            (options.Threads >= 1, $"threads is {options.Threads}; expected at least 1"),
            (options.LearningRate > 0 && double.IsFinite(options.LearningRate), FormattableString.Invariant($"learning rate is {options.LearningRate}; expected more than 0")),
            (options.Beta1 is >= 0 and < 1, FormattableString.Invariant($"beta1 is {options.Beta1}; expected 0 up to, not including, 1")),
            (options.Beta2 is >= 0 and < 1, FormattableString.Invariant($"beta2 is {options.Beta2}; expected 0 up to, not including, 1")),
            (options.Epsilon > 0 && double.IsFinite(options.Epsilon), FormattableString.Invariant($"epsilon is {options.Epsilon}; expected more than 0")),
        ];
        return rules.Where(rule => !rule.Fits).Select(rule => rule.Fault);
    }

    private static IEnumerable<string> OfImages(LabelledImages images, string which, int classes)
    {
        if (images.Count == 0)
        {
            yield return $"there are no {which} images";
        }
        else if (images.Labels.Max() >= classes)
        {
            yield return $"the {which} labels go up to {images.Labels.Max()}; expected at most {classes - 1}, as there are {classes} classes";
        }

        if (images.Pixels.Length != (long)images.Count * images.PixelsPerImage)
        {
            yield return $"the {which} images have {images.Pixels.Length} pixels; expected {(long)images.Count * images.PixelsPerImage} for {images.Count} labels";
        }
    }
}
