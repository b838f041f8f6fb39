using FashionPipeline.Reporting;

namespace FashionPipeline.Tests.Reporting;

/// <summary>A rendered report as files of a folder.</summary>
internal static class ReportFiles
{
    public static void Write(ReportContent content, string folder)
    {
        foreach (var (name, bytes) in ReportWriter.Render(content))
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }
}
