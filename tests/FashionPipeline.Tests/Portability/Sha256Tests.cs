using System.Security.Cryptography;
using FashionPipeline.Portability;

namespace FashionPipeline.Tests.Portability;

public class Sha256Tests
{
    [Fact]
    public void Should_give_the_published_digest_of_abc() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.Hash("abc"u8));

    [Fact]
    public void Should_equal_the_runtimes_own_for_every_length_of_the_last_block()
    {
        var message = new byte[200];
        new System.Random(1).NextBytes(message);
        Assert.All(Enumerable.Range(0, message.Length + 1), length =>
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(message.AsSpan(0, length))), Sha256.Hash(message.AsSpan(0, length))));
    }
}
