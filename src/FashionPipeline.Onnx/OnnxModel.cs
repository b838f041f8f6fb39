using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Onnx.Graph;
using FashionPipeline.Onnx.Operators;
using FashionPipeline.Training;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Onnx;

/// <summary>
/// A trained network as an ONNX file, which takes images as they are: the scaling of pixels is a part of it. What works in training alone,
/// such as dropout, is not.
/// </summary>
public sealed record OnnxModel
{
    /// <summary>Name of the input: bytes from 0 to 255, [batch, height, width, channels].</summary>
    public const string Pixels = "pixels";

    /// <summary>Name of the output with a probability for each class: [batch, classes].</summary>
    public const string Probabilities = "probabilities";

    /// <summary>Name of the output with the most probable class, counted from 0: [batch].</summary>
    public const string Label = "label";

    /// <summary>The network.</summary>
    public required Network Network { get; init; }

    /// <summary>Size of an image.</summary>
    public required ImageShape Image { get; init; }

    /// <summary>How pixels were scaled in training.</summary>
    public required InputScaling Scaling { get; init; }

    /// <summary>Its weights: <see cref="Training.Loop.TrainingResult.Weights"/>, read.</summary>
    public required SafeTensorsFile Weights { get; init; }

    /// <summary>Free texts that the file carries.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The file: the same bytes of the same model, anywhere.</summary>
    /// <exception cref="InputException">The layers do not fit each other, or the weights belong to another network.</exception>
    public byte[] ToBytes()
    {
        var names = NetworkSummary.Of(Network, Image).Select(layer => layer.Name);
        var graph = new OnnxGraph(Network.Name);
        var network = new NetworkGraph(graph, Weights, $"weights of '{Network.Name}'");
        var pixels = graph.Input(Pixels, OnnxElement.UInt8, [Image.Height, Image.Width, Image.Channels]);
        var values = Scale(graph, pixels);
        var entered = Enter(graph, Network.IsFlippedInTest ? WithMirrorImages(graph, values) : values);
        var logits = network.Add(Network.Layers.Zip(names), entered);
        var mean = Network.IsFlippedInTest ? MeanOfBoth(graph, logits) : logits.Name;
        var probabilities = graph.Add("Softmax", Probabilities, [mean], OnnxAttribute.Of("axis", 1));
        graph.Add("ArgMax", Label, [probabilities], OnnxAttribute.Of("axis", 1), OnnxAttribute.Of("keepdims", 0));
        graph.Output(Probabilities, OnnxElement.Float, logits.Shape);
        graph.Output(Label, OnnxElement.Int64, []);
        return graph.ToFile(Metadata);
    }

    private string Scale(OnnxGraph graph, string pixels)
    {
        const float LargestPixel = byte.MaxValue;
        var values = graph.Add("Cast", $"{Pixels}.float", [pixels], OnnxAttribute.Of("to", (int)OnnxElement.Float));
        return Scaling == InputScaling.Raw
            ? values
            : graph.Add("Div", $"{Pixels}.unit", [values, graph.Constant($"{Pixels}.largest", [], [LargestPixel])]);
    }

    // Behind all images come their mirror images: columns from the last to the first.
    private static string WithMirrorImages(OnnxGraph graph, string values)
    {
        const string Name = $"{Pixels}.mirrored";
        const int Columns = 2;
        var mirrored = graph.Add("Slice", Name,
            [
                values, graph.Constant($"{Name}.from", -1L), graph.Constant($"{Name}.to", -int.MaxValue),
                graph.Constant($"{Name}.axis", Columns), graph.Constant($"{Name}.step", -1L),
            ]);
        return graph.Add("Concat", $"{Pixels}.both", [values, mirrored], OnnxAttribute.Of("axis", 0));
    }

    private static string MeanOfBoth(OnnxGraph graph, TensorValue logits)
    {
        var both = graph.Add("Reshape", "logits.both", [logits.Name, graph.Constant("logits.shape", 2, -1, logits.Shape[0])]);
        return graph.Add("ReduceMean", "logits.mean", [both], OnnxAttribute.Of("axes", [0]), OnnxAttribute.Of("keepdims", 0));
    }

    private TensorValue Enter(OnnxGraph graph, string values)
    {
        var shape = Network.InputShape(Image);
        var value = new TensorValue(values, shape);
        return value with
        {
            Name = value.IsImage
                ? graph.Add("Transpose", $"{Pixels}.channels_first", [values], OnnxAttribute.Of("perm", [0, 3, 1, 2]))
                : graph.Add("Flatten", $"{Pixels}.features", [values]),
        };
    }
}
