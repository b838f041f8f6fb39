using FashionPipeline.Data;
using FashionPipeline.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace FashionPipeline.Tests.Onnx;

/// <summary>An ONNX file in Microsoft's runtime, which checks it when it loads it.</summary>
internal static class OnnxRun
{
    /// <summary>What a model takes images for: probabilities [count, classes], and classes [count].</summary>
    public static (float[] Probabilities, long[] Labels) Predict(byte[] file, LabelledImages images)
    {
        using var session = new InferenceSession(file);
        using var pixels = OrtValue.CreateTensorValueFromMemory(
            images.Pixels, [images.Count, images.Height, images.Width, images.Channels]);
        using var options = new RunOptions();
        using var outputs = session.Run(
            options, new Dictionary<string, OrtValue> { [OnnxModel.Pixels] = pixels }, [OnnxModel.Probabilities, OnnxModel.Label]);
        return (outputs[0].GetTensorDataAsSpan<float>().ToArray(), outputs[1].GetTensorDataAsSpan<long>().ToArray());
    }

    /// <summary>The free texts of a file.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(byte[] file)
    {
        using var session = new InferenceSession(file);
        return session.ModelMetadata.CustomMetadataMap;
    }

    /// <summary>Shapes of inputs and outputs by name; what may be of any size is -1.</summary>
    public static IReadOnlyDictionary<string, int[]> Shapes(byte[] file)
    {
        using var session = new InferenceSession(file);
        return session.InputMetadata.Concat(session.OutputMetadata).ToDictionary(value => value.Key, value => value.Value.Dimensions);
    }
}
