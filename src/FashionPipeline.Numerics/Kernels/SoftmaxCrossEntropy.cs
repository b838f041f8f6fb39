using System.Numerics;
using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Cross-entropy of the softmax of logits, in nats, without clipping. Each row's largest logit is subtracted first. A row's powers are
/// float32, their sum and all that follows is double, added in the order of the classes, and then of the rows. With smoothing s, a label
/// counts as 1 - s of itself and s / classes of every class. Source: Szegedy et al., "Rethinking the Inception architecture for computer
/// vision", CVPR 2016.
/// </summary>
public static class SoftmaxCrossEntropy
{
    /// <summary>The mean over the batch of ln(Σ e^(z - max)) - (z of the label - max).</summary>
    /// <param name="logits">[batch, classes].</param>
    /// <param name="labels">[batch], from 0 to below the number of classes.</param>
    /// <param name="smoothing">What each label gives away to all classes alike, from 0 to below 1.</param>
    /// <returns>The loss, rounded to float32 once; NaN if a logit is NaN or a row's largest one is infinite.</returns>
    public static float Forward(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, double smoothing = 0)
    {
        RequireShare(smoothing);
        var classes = Classes(logits.Length, labels);
        Span<float> powers = classes <= 256 ? stackalloc float[classes] : new float[classes];
        var total = 0d;
        for (var i = 0; i < labels.Length; i++)
        {
            var row = logits.Slice(i * classes, classes);
            var largest = row[Largest(row)];
            total += Logarithm.Of(Powers(row, largest, powers)) - Expected(row, labels[i], largest, smoothing);
        }

        return (float)(total / labels.Length);
    }

    /// <summary>
    /// Writes the gradient of <see cref="Forward"/>: (probability - target) · upstream / batch, where the target is 1 at the label, and 0
    /// elsewhere, without smoothing.
    /// </summary>
    /// <param name="logits">[batch, classes].</param>
    /// <param name="labels">[batch].</param>
    /// <param name="upstream">Gradient of what is minimised with respect to the loss; 1 where it is the loss itself.</param>
    /// <param name="gradient">[batch, classes].</param>
    /// <param name="smoothing">What it was computed with.</param>
    public static void Backward(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, float upstream, Span<float> gradient, double smoothing = 0)
    {
        RequireShare(smoothing);
        ArgumentOutOfRangeException.ThrowIfNotEqual(gradient.Length, logits.Length);
        var classes = Classes(logits.Length, labels);
        var scale = (double)upstream / labels.Length;
        var everyTarget = smoothing / classes;
        var labelTarget = 1 - smoothing + everyTarget;
        for (var i = 0; i < labels.Length; i++)
        {
            var row = logits.Slice(i * classes, classes);
            var result = gradient.Slice(i * classes, classes);
            var sum = Powers(row, row[Largest(row)], result);
            for (var j = 0; j < classes; j++)
            {
                result[j] = (float)(((result[j] / sum) - (j == labels[i] ? labelTarget : everyTarget)) * scale);
            }
        }
    }

    /// <summary>Writes e^(z - max) / Σ e^(z - max).</summary>
    /// <param name="logits">[batch, classes].</param>
    /// <param name="classes">Values of a row, at least 1.</param>
    /// <param name="probabilities">[batch, classes].</param>
    public static void Probabilities(ReadOnlySpan<float> logits, int classes, Span<float> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(probabilities.Length, logits.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(logits.Length % classes, 0);
        for (var start = 0; start < logits.Length; start += classes)
        {
            var row = logits.Slice(start, classes);
            var result = probabilities.Slice(start, classes);
            var sum = Powers(row, row[Largest(row)], result);
            for (var j = 0; j < classes; j++)
            {
                result[j] = (float)(result[j] / sum);
            }
        }
    }

    /// <summary>How many rows have their largest logit at the label; the first of equals counts.</summary>
    /// <param name="logits">[batch, classes].</param>
    /// <param name="labels">[batch].</param>
    public static int CountCorrect(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels)
    {
        var classes = Classes(logits.Length, labels);
        var correct = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            correct += Largest(logits.Slice(i * classes, classes)) == labels[i] ? 1 : 0;
        }

        return correct;
    }

    // Of a row's logits, less the largest, what the target expects.
    private static double Expected(ReadOnlySpan<float> row, int label, float largest, double smoothing)
    {
        var ofLabel = (double)row[label] - largest;
        if (smoothing == 0)
        {
            return ofLabel; // a logit of another class may be infinite
        }

        var sum = 0d;
        foreach (var logit in row)
        {
            sum += (double)logit - largest;
        }

        return ((1 - smoothing) * ofLabel) + (smoothing / row.Length * sum);
    }

    private static void RequireShare(double smoothing)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(smoothing);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(smoothing, 1);
    }

    private static int Classes(int logits, ReadOnlySpan<int> labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(labels.Length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(logits, labels.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(logits % labels.Length, 0);
        var classes = logits / labels.Length;
        foreach (var label in labels)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)label, (uint)classes, nameof(labels));
        }

        return classes;
    }

    private static int Largest(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var j = 1; j < row.Length; j++)
        {
            best = row[j] > row[best] ? j : best;
        }

        return best;
    }

    private static double Powers(ReadOnlySpan<float> row, float largest, Span<float> powers)
    {
        var j = 0;
        for (; j <= row.Length - Vector<float>.Count; j += Vector<float>.Count)
        {
            Exponential.Of(new Vector<float>(row[j..]) - new Vector<float>(largest)).CopyTo(powers[j..]);
        }

        for (; j < row.Length; j++)
        {
            powers[j] = Exponential.Of(row[j] - largest);
        }

        var sum = 0d;
        foreach (var power in powers)
        {
            sum += power;
        }

        return sum;
    }
}
