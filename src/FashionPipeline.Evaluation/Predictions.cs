using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FashionPipeline.Evaluation;

/// <summary>What a model said of each test image, beside the truth.</summary>
public sealed record Predictions
{
    /// <summary>Number of classes.</summary>
    public required int Classes { get; init; }

    /// <summary>Probability of each class for each image: [count, classes], rows add up to 1.</summary>
    public required float[] Probabilities { get; init; }

    /// <summary>True class of each image: [count].</summary>
    public required byte[] Labels { get; init; }

    /// <summary>Number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>The probability that an image is of a class.</summary>
    public float Probability(int image, int label) => Probabilities[(image * Classes) + label];

    /// <summary>
    /// SHA-256 of all that is here, in whatever file it was, in hexadecimal: of number of images and of classes (32 bits each, lowest byte
    /// first), then <see cref="Labels"/>, then <see cref="Probabilities"/> (float32, lowest byte first).
    /// </summary>
    public string ContentDigest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = new byte[sizeof(int)];
        foreach (var size in new[] { Count, Classes })
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, size);
            hash.AppendData(number);
        }

        hash.AppendData(Labels);
        foreach (var probability in Probabilities)
        {
            BinaryPrimitives.WriteSingleLittleEndian(number, probability);
            hash.AppendData(number);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The class of the highest probability of each image, the lowest number where two are equal: [count].</summary>
    public byte[] PredictedLabels
    {
        get
        {
            var predicted = new byte[Count];
            for (var i = 0; i < Count; i++)
            {
                var row = Probabilities.AsSpan(i * Classes, Classes);
                var best = 0;
                for (var c = 1; c < Classes; c++)
                {
                    if (row[c] > row[best])
                    {
                        best = c;
                    }
                }

                predicted[i] = (byte)best;
            }

            return predicted;
        }
    }
}
