using FashionPipeline.Reporting.Diff;
using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>Compares trained weights tensor by tensor.</summary>
public static class WeightComparison
{
    /// <summary>Where each tensor that differs differs most.</summary>
    /// <param name="run">Model and seed: <c>cnn/12345</c>.</param>
    /// <param name="before">What they were, as safetensors.</param>
    /// <param name="now">What they are, as safetensors.</param>
    public static IEnumerable<WeightChange> Of(string run, byte[] before, byte[] now)
    {
        var (model, seed) = (run.Split('/')[0], run.Split('/')[1]);
        var (old, value) = (Tensors(before), Tensors(now));
        return old.Keys.Union(value.Keys).Select(name => Change(old.GetValueOrDefault(name), value.GetValueOrDefault(name)) is
            var (differs, element) && differs
                ? new WeightChange(model, seed, name, element, element is { } was ? old[name].Values[was] : null,
                    element is { } @is ? value[name].Values[@is] : null)
                : null).OfType<WeightChange>();
    }

    private static Dictionary<string, NamedTensor> Tensors(byte[] file) =>
        SafeTensors.Read(file, "weights.safetensors").Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);

    private static (bool Differs, int? Element) Change(NamedTensor? before, NamedTensor? now)
    {
        if (before is null || now is null || !before.Shape.SequenceEqual(now.Shape))
        {
            return (true, null);
        }

        var (largest, place) = (0f, -1);
        for (var i = 0; i < now.Values.Length; i++)
        {
            if (Math.Abs(now.Values[i] - before.Values[i]) is var difference && difference > largest)
            {
                (largest, place) = (difference, i);
            }
        }

        return (place >= 0, place);
    }
}
