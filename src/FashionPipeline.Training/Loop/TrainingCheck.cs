using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Loop;

/// <summary>Looks at what a training is given before it starts.</summary>
internal static class TrainingCheck
{
    /// <summary>Throws with every fault of network, options and data.</summary>
    public static void Require(Network network, TrainingOptions options, TrainingData data, int classes)
    {
        List<string> faults =
        [
            .. OfOptions(options),
            .. OfImages(data.Train, "training", classes),
            .. OfImages(data.Validation, "validation", classes),
            .. ShapeCheck.Faults(network, data.Train.Shape, classes).Select(fault => fault.Message),
            .. ArithmeticCheck.Faults(network, options.Numerics).Select(fault => fault.Message),
        ];
        var (train, validation) = (data.Train.Shape, data.Validation.Shape);
        if (train != validation)
        {
            faults.Add($"training images are {train}, validation images {validation}; expected one size");
        }

        if (faults.Count == 0)
        {
            faults.AddRange(OfLengths(network, options, data, classes));
        }

        if (faults.Count == 0
            && MemoryCheck.Fault(network, options.BatchSize, data.Train, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) is { } fault)
        {
            faults.Add(fault);
        }

        if (faults.Count > 0)
        {
            throw new InputException($"Network '{network.Name}' cannot be trained:\n  {string.Join("\n  ", faults)}");
        }
    }

    private static IEnumerable<string> OfLengths(Network network, TrainingOptions options, TrainingData data, int classes)
    {
        var batch = Math.Max(Math.Min(options.BatchSize, data.Train.Count), Math.Min(Predictor.BatchSize, data.Validation.Count));
        return
        [
            .. LengthCheck.OfLayers(network, data.Train.Shape, batch),
            .. new[]
            {
                LengthCheck.OfCheckpoint(network, data.Train.Shape, keepsBest: options.Patience > 0),
                LengthCheck.OfProbabilities(data.Validation.Count, classes),
            }.OfType<string>(),
        ];
    }

    private static IEnumerable<string> OfOptions(TrainingOptions options)
    {
        (string Name, double Value, bool Fits, string Expected)[] rules =
        [
            ("epochs", options.Epochs, options.Epochs >= 1, "at least 1"),
            ("patience", options.Patience, options.Patience >= 0, "0 or more"),
            ("batch size", options.BatchSize, options.BatchSize >= 1, "at least 1"),
            ("threads", options.Threads, options.Threads >= 1, "at least 1"),
            ("learning rate", options.LearningRate, options.LearningRate is > 0 and < double.PositiveInfinity, "more than 0"),
            ("weight decay", options.WeightDecay, options.WeightDecay is >= 0 and < 1, "0 up to, not including, 1"),
            ("clip norm", options.ClipNorm, options.ClipNorm is >= 0 and < double.PositiveInfinity, "0 or more"),
            ("label smoothing", options.LabelSmoothing, options.LabelSmoothing is >= 0 and < 1, "0 up to, not including, 1"),
            ("momentum", options.Momentum, options.Momentum is >= 0 and < 1, "0 up to, not including, 1"),
            ("beta1", options.Beta1, options.Beta1 is >= 0 and < 1, "0 up to, not including, 1"),
            ("beta2", options.Beta2, options.Beta2 is >= 0 and < 1, "0 up to, not including, 1"),
            ("epsilon", options.Epsilon, options.Epsilon is > 0 and < double.PositiveInfinity, "more than 0"),
        ];
        return rules.Where(rule => !rule.Fits)
            .Select(rule => FormattableString.Invariant($"{rule.Name} is {rule.Value}; expected {rule.Expected}"));
    }

    private static IEnumerable<string> OfImages(LabelledImages images, string which, int classes)
    {
        if (images.Count == 0)
        {
            yield return $"there are no {which} images";
        }
        else if (images.Labels.Max() >= classes)
        {
            yield return $"the {which} labels go up to {images.Labels.Max()}; "
                + $"expected at most {classes - 1}, as there are {classes} classes";
        }

        var values = (long)images.Count * images.ValuesPerImage;
        if (images.Pixels.Length != values)
        {
            yield return $"the {which} images have {images.Pixels.Length} values; expected {values} for {images.Count} labels";
        }
    }
}
