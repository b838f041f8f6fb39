using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Tests.Foundation.Files;

public sealed class SealedFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_give_back_what_was_written_and_nothing_that_differs_by_a_bit()
    {
        SealedFile.Write(folder["file"], "some content"u8);
        var file = File.ReadAllBytes(folder["file"]);

        Assert.Equal("some content"u8.ToArray(), SealedFile.Read(folder["file"])!.Value.ToArray());
        for (var bit = 0; bit < 8 * file.Length; bit++)
        {
            byte[] other = [.. file];
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(folder["file"], other);
            Assert.Null(SealedFile.Read(folder["file"]));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    public void Should_give_back_nothing_of_a_file_that_was_cut(int length)
    {
        SealedFile.Write(folder["file"], "some content"u8);
        File.WriteAllBytes(folder["file"], File.ReadAllBytes(folder["file"])[..length]);

        Assert.Null(SealedFile.Read(folder["file"]));
    }
}
