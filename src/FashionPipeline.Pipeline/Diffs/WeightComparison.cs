using FashionPipeline.Reporting.Diff;
using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>Compares trained weights tensor by tensor.</summary>
internal static class WeightComparison
{
    /// <summary>Where each tensor that differs differs most.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="before">What they were, as safetensors.</param>
    /// <param name="now">What they are, as safetensors.</param>
    public static IReadOnlyList<WeightChange> Of(string model, string seed, byte[] before, byte[] now)
    {
        var (old, value) = (Tensors(before), Tensors(now));
        return [.. old.Keys.Union(value.Keys).Select(Change).OfType<WeightChange>()];

        WeightChange? Change(string name)
        {
            if (!old.TryGetValue(name, out var was) || !value.TryGetValue(name, out var @is) || !was.Shape.SequenceEqual(@is.Shape))
            {
                return new(model, seed, name, null, null, null);
            }

            return Largest(was.Values, @is.Values) is { } place
                ? new(model, seed, name, place, Finite(was.Values[place]), Finite(@is.Values[place])) : null;
        }
    }

    private static Dictionary<string, NamedTensor> Tensors(byte[] file) =>
        SafeTensors.Read(file, "weights.safetensors").Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);

    // What is no number on one side differs most of all.
    private static int? Largest(float[] before, float[] now)
    {
        var (largest, place) = (-1f, (int?)null);
        for (var i = 0; i < now.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(now[i]) == BitConverter.SingleToInt32Bits(before[i]))
            {
                continue;
            }

            var difference = Math.Abs(now[i] - before[i]);
            if (!float.IsFinite(difference))
            {
                return i;
            }

            if (difference > largest)
            {
                (largest, place) = (difference, i);
            }
        }

        return place;
    }

    private static float? Finite(float value) => float.IsFinite(value) ? value : null;
}
