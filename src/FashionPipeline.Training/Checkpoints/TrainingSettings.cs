using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Checkpoints;

/// <summary>
/// Identity of a training: everything that its numbers depend on. How many epochs it runs is none of that, as no epoch depends on how many
/// follow, unless the learning rate has a schedule over all of them.
/// </summary>
internal static class TrainingSettings
{
    /// <summary>SHA-256 of network, options and data, in hexadecimal digits.</summary>
    public static string Hash(Network network, TrainingOptions options, TrainingData data, int classes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder();
        foreach (var layer in network.Layers)
        {
            text.AppendLine(layer.Text);
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{network.IsFlippedInTest}");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{options.BatchSize} {options.LearningRate:R} {options.Beta1:R} {options.Beta2:R} {options.Epsilon:R}");
        var epochs = options.Schedule == ScheduleShape.Constant ? 0 : options.Epochs;
        text.AppendLine(CultureInfo.InvariantCulture, $"{options.Schedule} {epochs} {options.WeightDecay:R}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{options.ClipNorm:R} {options.LabelSmoothing:R} {options.Patience}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{options.Optimiser} {options.Momentum:R} {options.IsNesterov}");
        var threads = options.Numerics == Arithmetic.Libtorch ? options.Threads : 0;
        text.AppendLine(CultureInfo.InvariantCulture, $"{options.Seed} {options.Scaling} {options.Numerics} {threads} {classes}");
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        foreach (var images in new[] { data.Train, data.Validation })
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{images.Count} {images.Shape}\n")));
            hash.AppendData(images.Pixels);
            hash.AppendData(images.Labels);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
