using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Networks;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Checkpoints;

/// <summary>The weights of a network in files, with the running means and variances that predictions need.</summary>
internal static class WeightsFile
{
    /// <summary>The bytes of a safetensors file with every weight in Keras's layout.</summary>
    public static byte[] Write(NetworkModule module) => SafeTensors.Write(Export(module), new Dictionary<string, string>
    {
        ["layout"] = "keras: dense [in, out], conv2d [height, width, in, out], flatten with channels fastest",
    });

    /// <summary>A copy of the weights.</summary>
    public static IReadOnlyList<NamedTensor> Export(NetworkModule module) =>
        [.. All(module).Select(weight => new NamedTensor(
            weight.Name, [.. weight.Value.shape.Select(size => checked((int)size))], TensorMemory.Of(weight.Value).ToArray()))];

    /// <summary>Gives a network the weights of a file; <paramref name="source"/> names the file in errors.</summary>
    public static void Import(NetworkModule module, SafeTensorsFile file, string source)
    {
        foreach (var (name, value) in All(module))
        {
            file.Get(name, [.. value.shape.Select(size => checked((int)size))], source).CopyTo(TensorMemory.Of(value));
        }
    }

    private static IEnumerable<(string Name, Tensor Value)> All(NetworkModule module) =>
        module.Weights.Select(weight => (weight.Name, (Tensor)weight.Value)).Concat(module.Buffers);
}
