namespace FashionPipeline.Onnx.Graph;

/// <summary>What a tensor holds, by the numbers of <c>TensorProto.DataType</c>.</summary>
internal enum OnnxElement
{
    /// <summary>Numbers of 32 bits.</summary>
    Float = 1,

    /// <summary>Bytes.</summary>
    UInt8 = 2,

    /// <summary>Whole numbers of 64 bits.</summary>
    Int64 = 7,
}
