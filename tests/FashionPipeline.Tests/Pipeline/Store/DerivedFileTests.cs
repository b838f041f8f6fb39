using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Store;

public sealed class DerivedFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_make_it_once_for_what_it_depends_on()
    {
        Assert.Equal([1], Of("a", 1));
        Assert.Equal([1], Of("a", 2));
        Assert.Equal([3], Of("b", 3));
        Assert.Equal([4], Of("a", 4));
    }

    [Fact]
    public void Should_make_it_again_where_it_is_damaged()
    {
        Of("a", 1);
        var bytes = File.ReadAllBytes(folder["lock"]);
        bytes[^1] ^= 1;
        File.WriteAllBytes(folder["lock"], bytes);

        Assert.Equal([2], Of("a", 2));
    }

    private byte[] Of(string source, byte made) => DerivedFile.Of(folder["lock"], source, () => [made]);
}
