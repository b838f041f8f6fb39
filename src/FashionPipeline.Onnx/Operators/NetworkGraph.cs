using FashionPipeline.Onnx.Graph;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Onnx.Operators;

/// <summary>
/// The graph of a network under way, with the weights that its layers take from a file. Images lie channels first in it, as ONNX's
/// operators read them.
/// </summary>
/// <param name="graph">Takes the operators.</param>
/// <param name="weights">The network's weights.</param>
/// <param name="source">Name of their file, for messages.</param>
internal sealed class NetworkGraph(OnnxGraph graph, SafeTensorsFile weights, string source)
{
    /// <summary>Adds a layer; gives its output.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="name">Its name in the network, which its weights bear.</param>
    /// <param name="input">What it reads.</param>
    public TensorValue Add(Layer layer, string name, TensorValue input) =>
        new(LayerOperators.Of(layer.Kind)(this, layer, name, input), layer.OutputShape(input.Shape));

    /// <summary>Adds layers one after the other; gives the output of the last one.</summary>
    /// <param name="layers">The layers with their names.</param>
    /// <param name="input">What the first one reads.</param>
    public TensorValue Add(IEnumerable<(Layer Layer, string Name)> layers, TensorValue input) =>
        layers.Aggregate(input, (value, layer) => Add(layer.Layer, layer.Name, value));

    /// <summary>Adds an operator; gives the name of its output.</summary>
    /// <param name="operation">Name of the operator: <c>Conv</c>.</param>
    /// <param name="name">Name of the node.</param>
    /// <param name="inputs">Names of what it reads.</param>
    /// <param name="attributes">Its settings.</param>
    public string Add(string operation, string name, IReadOnlyList<string> inputs, params IReadOnlyList<OnnxAttribute> attributes) =>
        graph.Add(operation, name, inputs, attributes);

    /// <summary>Adds an activation; gives the name of its output. Of softmax nothing is added: it ends every network.</summary>
    /// <param name="function">The function.</param>
    /// <param name="layer">Name of the layer that it belongs to.</param>
    /// <param name="input">What it is applied to.</param>
    public string Add(Activation function, string layer, string input) => function switch
    {
        Activation.Linear or Activation.Softmax => input,
        Activation.Relu or Activation.Sigmoid or Activation.Tanh => graph.Add($"{function}", $"{layer}.{function}", [input]),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "No operator is known for it."),
    };

    /// <summary>Adds weights of a layer as they are; gives their name.</summary>
    /// <param name="name">Their name in the file: <c>dense.kernel</c>.</param>
    /// <param name="shape">Their shape.</param>
    public string Weights(string name, params IReadOnlyList<int> shape) => graph.Constant(name, shape, weights.Get(name, shape, source));

    /// <summary>Adds the kernel of a convolution, which lies as [out, in, rows, columns] there; gives its name.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="channels">Channels of the input.</param>
    /// <param name="filters">Channels of the output.</param>
    public string ConvolutionKernel(string name, int rows, int columns, int channels, int filters)
    {
        var kernel = weights.Get(name, [rows, columns, channels, filters], source);
        var turned = new float[kernel.Length];
        var area = rows * columns;
        for (var place = 0; place < area; place++)
        {
            for (var pair = 0; pair < channels * filters; pair++)
            {
                var (channel, filter) = (pair / filters, pair % filters);
                turned[(((filter * channels) + channel) * area) + place] = kernel[(place * channels * filters) + pair];
            }
        }

        return graph.Constant(name, [filters, channels, rows, columns], turned);
    }
}
