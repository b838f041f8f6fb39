using FashionPipeline.Training.Networks.Modules;

namespace FashionPipeline.Training.Checkpoints;

/// <summary>The weights of a trained network as a file.</summary>
internal static class WeightsFile
{
    /// <summary>The bytes of a safetensors file with every weight in Keras's layout.</summary>
    public static byte[] Write(NetworkModule module) => SafeTensors.Write(
        module.Export(),
        new Dictionary<string, string> { ["layout"] = "keras: dense [in, out], conv2d [height, width, in, out], flatten with channels fastest" });
}
