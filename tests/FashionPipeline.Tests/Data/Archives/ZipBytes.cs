using System.IO.Compression;
using System.Text;

namespace FashionPipeline.Tests.Data.Archives;

/// <summary>Writes ZIP archives.</summary>
internal static class ZipBytes
{
    public static byte[] Of(params IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }
}
