using System.Buffers.Binary;
using System.Text;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Training.Checkpoints;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Training.Checkpoints;

public class SafeTensorsTests
{
    private const string Entry = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    [Fact]
    public void Should_write_the_published_format()
    {
        var file = SafeTensors.Write([new NamedTensor("a", [2], [1f, -2f])], new Dictionary<string, string> { ["k"] = "v" });

        var header = ("{\"__metadata__\":{\"k\":\"v\"}," + Entry + "}").PadRight(80);
        Assert.Equal(80UL, BinaryPrimitives.ReadUInt64LittleEndian(file));
        Assert.Equal(header, Encoding.UTF8.GetString(file, 8, 80));
        Assert.Equal([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0], file[88..]);
    }

    [Fact]
    public void Should_give_the_same_bytes_whatever_the_order()
    {
        NamedTensor a = new("a", [], [1f]), b = new("b", [1, 2], [2f, 3f]);
        var none = new Dictionary<string, string>();

        Assert.Equal(SafeTensors.Write([a, b], none), SafeTensors.Write([b, a], none));
    }

    [Fact]
    public void Should_read_back_what_was_written() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<float[][]>(arrays =>
    {
        var tensors = arrays.Select((values, i) => new NamedTensor($"tensor é {i:D4}", [1, values.Length], values)).ToList();
        var metadata = new Dictionary<string, string> { ["note"] = "\"quoted\" <ü>" };

        var read = SafeTensors.Read(SafeTensors.Write(tensors, metadata), "test");

        return read.Metadata["note"] == metadata["note"]
            && read.Tensors.Select(tensor => tensor.Name).SequenceEqual(tensors.Select(tensor => tensor.Name))
            && read.Tensors.Zip(tensors).All(pair => pair.First.Shape.SequenceEqual(pair.Second.Shape)
                && Bits(pair.First).SequenceEqual(Bits(pair.Second)));

        static IEnumerable<uint> Bits(NamedTensor tensor) => tensor.Values.Select(BitConverter.SingleToUInt32Bits);
    }));

    [Fact]
    public void Should_reject_every_truncation()
    {
        var file = SafeTensors.Write([new NamedTensor("a", [2, 2], [1f, 2f, 3f, 4f])], new Dictionary<string, string>());

        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<InputException>(() => SafeTensors.Read(file.AsMemory(0, length), "weights"));
        }
    }

    [Theory]
    [InlineData("{" + Entry + "," + Entry + "}", 8)]
    [InlineData("{" + Entry + "}", 12)]
    [InlineData("{" + Entry + ",\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[-2,-1],\"data_offsets\":[0,8]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,16]}}", 8)]
    [InlineData("{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}", 8)]
    [InlineData("{\"a\":7}", 0)]
    [InlineData("[]", 0)]
    [InlineData("{", 0)]
    public void Should_reject_a_damaged_file_by_name(string header, int dataBytes)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + text.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(file, text.Length);
        text.CopyTo(file, 8);

        var exception = Assert.Throws<InputException>(() => SafeTensors.Read(file, "mlp.safetensors"));

        Assert.StartsWith("mlp.safetensors", exception.Message, StringComparison.Ordinal);
    }
}
