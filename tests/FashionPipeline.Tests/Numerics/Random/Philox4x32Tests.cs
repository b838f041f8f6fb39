using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Random;

public sealed class Philox4x32Tests
{
    // The known answers that come with Random123, the authors' own library: philox4x32, 10 rounds.
    [Theory]
    [InlineData(0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x0000000000000000, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffffffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0x299f31d0a4093822, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Should_give_the_published_numbers(uint c0, uint c1, uint c2, uint c3, ulong key, uint x0, uint x1, uint x2, uint x3) =>
        Assert.Equal((x0, x1, x2, x3), Philox4x32.Block((c0, c1, c2, c3), key));
}
