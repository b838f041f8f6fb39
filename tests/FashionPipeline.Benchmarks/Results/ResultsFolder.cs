using System.Text;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Benchmarks.Results;

/// <summary>Where tables and plots go.</summary>
/// <param name="path">The folder; made where it is missing.</param>
internal sealed class ResultsFolder(string path)
{
    /// <summary>Writes a text file.</summary>
    public void Write(string name, string text)
    {
        AtomicFile.Write(Path.Combine(path, name), Encoding.UTF8.GetBytes(text));
        Console.WriteLine($"written  {Path.Combine(path, name)}");
    }
}
