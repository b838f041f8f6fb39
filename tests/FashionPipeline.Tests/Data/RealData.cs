using FashionPipeline.Data;

namespace FashionPipeline.Tests.Data;

/// <summary>Fashion-MNIST itself, where there is a copy: a test that needs it skips elsewhere.</summary>
internal static class RealData
{
    public static string Folder()
    {
        var mirror = Environment.GetEnvironmentVariable("FASHION_MNIST_MIRROR");
        Assert.SkipUnless(Directory.Exists(mirror), "FASHION_MNIST_MIRROR names no folder with the Fashion-MNIST files.");
        return mirror!;
    }

    public static FileContent Idx(string name) => new(name, File.ReadAllBytes(Path.Combine(Folder(), name)));
}
