using System.Runtime.InteropServices;

namespace FashionPipeline.Onnx.Graph;

/// <summary>
/// A graph of operators under way. Nodes come in the order in which they compute, each with one output, whose name is the node's. Source of
/// the messages, their fields and the operators: onnx/onnx.proto and docs/Operators.md of github.com/onnx/onnx, version 8 of the
/// representation with version 17 of the operators.
/// </summary>
/// <param name="name">Name of the graph.</param>
internal sealed class OnnxGraph(string name)
{
    private const int RepresentationVersion = 8;
    private const int OperatorsVersion = 17;
    private const string Producer = "FashionPipeline";

    // What the first dimension of inputs and outputs is called: any number fits.
    private const string Batch = "batch";

    private readonly List<ProtoMessage> nodes = [];
    private readonly List<ProtoMessage> constants = [];
    private readonly List<ProtoMessage> inputs = [];
    private readonly List<ProtoMessage> outputs = [];

    /// <summary>Adds an input; gives its name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="element">What it holds.</param>
    /// <param name="shape">Its shape without the batch, which comes first.</param>
    public string Input(string name, OnnxElement element, IReadOnlyList<int> shape)
    {
        inputs.Add(Value(name, element, shape));
        return name;
    }

    /// <summary>Makes a node's output one of the graph.</summary>
    /// <param name="name">Name of the node.</param>
    /// <param name="element">What it holds.</param>
    /// <param name="shape">Its shape without the batch, which comes first.</param>
    public void Output(string name, OnnxElement element, IReadOnlyList<int> shape) => outputs.Add(Value(name, element, shape));

    /// <summary>Adds a node; gives the name of its output, which is that of the node.</summary>
    /// <param name="operation">Name of the operator: <c>Conv</c>.</param>
    /// <param name="name">Name of the node, unique in the graph.</param>
    /// <param name="inputs">Names of what it reads.</param>
    /// <param name="attributes">Its settings.</param>
    public string Add(string operation, string name, IReadOnlyList<string> inputs, params IReadOnlyList<OnnxAttribute> attributes)
    {
        // NodeProto: input = 1, output = 2, name = 3, op_type = 4, attribute = 5.
        nodes.Add(inputs.Aggregate(new ProtoMessage(), (node, input) => node.Text(1, input))
            .Text(2, name).Text(3, name).Text(4, operation).Messages(5, attributes.Select(attribute => attribute.Message)));
        return name;
    }

    /// <summary>Adds numbers that are always the same; gives their name.</summary>
    /// <param name="name">Their name, unique in the graph.</param>
    /// <param name="shape">Their shape.</param>
    /// <param name="values">The numbers in row-major order.</param>
    public string Constant(string name, IReadOnlyList<int> shape, float[] values)
    {
        // TensorProto: dims = 1, data_type = 2, name = 8, raw_data = 9 (little-endian, as on every processor that libtorch is made for).
        constants.Add(new ProtoMessage().Integers(1, shape).Integer(2, (int)OnnxElement.Float).Text(8, name)
            .Bytes(9, MemoryMarshal.AsBytes<float>(values).ToArray()));
        return name;
    }

    /// <summary>Adds whole numbers that are always the same, [count]; gives their name.</summary>
    /// <param name="name">Their name, unique in the graph.</param>
    /// <param name="values">The numbers.</param>
    public string Constant(string name, params long[] values)
    {
        constants.Add(new ProtoMessage().Integers(1, [values.Length]).Integer(2, (int)OnnxElement.Int64).Text(8, name)
            .Bytes(9, MemoryMarshal.AsBytes<long>(values).ToArray()));
        return name;
    }

    /// <summary>The bytes of a file with this graph.</summary>
    /// <param name="metadata">Free texts, which are written in the order of their names.</param>
    public byte[] ToFile(IReadOnlyDictionary<string, string> metadata)
    {
        // GraphProto: node = 1, name = 2, initializer = 5, input = 11, output = 12.
        var graph = new ProtoMessage().Messages(1, nodes).Text(2, name).Messages(5, constants).Messages(11, inputs).Messages(12, outputs);

        // OperatorSetIdProto: version = 2, without a domain that of ONNX itself. StringStringEntryProto: key = 1, value = 2.
        // ModelProto: ir_version = 1, producer_name = 2, graph = 7, opset_import = 8, metadata_props = 14.
        return new ProtoMessage().Integer(1, RepresentationVersion).Text(2, Producer).Message(7, graph)
            .Message(8, new ProtoMessage().Integer(2, OperatorsVersion))
            .Messages(14, metadata.OrderBy(text => text.Key, StringComparer.Ordinal)
                .Select(text => new ProtoMessage().Text(1, text.Key).Text(2, text.Value)))
            .ToBytes();
    }

    // ValueInfoProto: name = 1, type = 2. TypeProto: tensor_type = 1. TypeProto.Tensor: elem_type = 1, shape = 2.
    // TensorShapeProto: dim = 1. TensorShapeProto.Dimension: dim_value = 1, dim_param = 2.
    private static ProtoMessage Value(string name, OnnxElement element, IReadOnlyList<int> shape)
    {
        var dimensions = new ProtoMessage().Message(1, new ProtoMessage().Text(2, Batch))
            .Messages(1, shape.Select(size => new ProtoMessage().Integer(1, size)));
        return new ProtoMessage().Text(1, name).Message(2, new ProtoMessage().Message(1,
            new ProtoMessage().Integer(1, (int)element).Message(2, dimensions)));
    }
}
