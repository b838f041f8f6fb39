namespace FashionPipeline.Tests.Pipeline.Experiments.Format;

/// <summary>A file of the repository that says what the code says.</summary>
internal static class GeneratedFile
{
    /// <summary>Compares a file with what it should be; what differs is written beside it, to be taken over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What it should be.</param>
    public static void RequireCurrent(string path, string text)
    {
        var received = Path.ChangeExtension(path, $".received{Path.GetExtension(path)}");
        if (File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{path} does not say what the code says. To take over what it should be:\n  mv {received} {path}");
    }
}
