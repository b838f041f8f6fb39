namespace FashionPipeline.Onnx.Graph;

/// <summary>A setting of an operator.</summary>
/// <param name="Message">An <c>AttributeProto</c>.</param>
internal sealed record OnnxAttribute(ProtoMessage Message)
{
    // AttributeProto: name = 1, f = 2, i = 3, ints = 8, type = 20; AttributeType: FLOAT = 1, INT = 2, INTS = 7.
    private const int Name = 1;
    private const int Type = 20;

    /// <summary>A number.</summary>
    public static OnnxAttribute Of(string name, double value) =>
        new(new ProtoMessage().Text(Name, name).Float(2, (float)value).Integer(Type, 1));

    /// <summary>A whole number.</summary>
    public static OnnxAttribute Of(string name, int value) =>
        new(new ProtoMessage().Text(Name, name).Integer(3, value).Integer(Type, 2));

    /// <summary>Whole numbers.</summary>
    public static OnnxAttribute Of(string name, IReadOnlyList<int> values) =>
        new(new ProtoMessage().Text(Name, name).Integers(8, values).Integer(Type, 7));
}
