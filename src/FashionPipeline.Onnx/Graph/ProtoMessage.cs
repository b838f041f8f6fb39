using Google.Protobuf;

namespace FashionPipeline.Onnx.Graph;

/// <summary>
/// A message of Protocol Buffers, written field after field, so that equal content gives equal bytes. Fields go by the numbers of the
/// message's definition.
/// </summary>
internal sealed class ProtoMessage
{
    private readonly MemoryStream written = new();
    private readonly CodedOutputStream output;

    public ProtoMessage() => output = new CodedOutputStream(written, leaveOpen: true);

    /// <summary>Adds a text.</summary>
    public ProtoMessage Text(int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
        return this;
    }

    /// <summary>Adds a whole number, or a member of an enumeration.</summary>
    public ProtoMessage Integer(int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
        return this;
    }

    /// <summary>Adds whole numbers, each as a field of its own.</summary>
    public ProtoMessage Integers(int field, IEnumerable<int> values) =>
        values.Aggregate(this, (message, value) => message.Integer(field, value));

    /// <summary>Adds a number of 32 bits.</summary>
    public ProtoMessage Float(int field, float value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
        return this;
    }

    /// <summary>Adds bytes.</summary>
    public ProtoMessage Bytes(int field, ReadOnlyMemory<byte> value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(value));
        return this;
    }

    /// <summary>Adds another message.</summary>
    public ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, value.ToBytes());

    /// <summary>Adds messages, each as a field of its own.</summary>
    public ProtoMessage Messages(int field, IEnumerable<ProtoMessage> values) =>
        values.Aggregate(this, (message, value) => message.Message(field, value));

    /// <summary>All that was added.</summary>
    public byte[] ToBytes()
    {
        output.Flush();
        return written.ToArray();
    }
}
