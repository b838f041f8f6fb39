using System.IO.Compression;

namespace FashionPipeline.Data.Archives;

/// <summary>A file of an archive that is an image of a class.</summary>
/// <param name="Half"><c>train</c> or <c>test</c>; null where the archive is not parted.</param>
/// <param name="Class">Name of its folder.</param>
/// <param name="Entry">The file.</param>
internal sealed record ArchivedImage(string? Half, string Class, ZipArchiveEntry Entry)
{
    /// <summary>All bytes of the file: as many as the archive says, whatever it holds.</summary>
    /// <param name="most">How many it may have.</param>
    /// <exception cref="InvalidDataException">
    /// It has more, or cannot be unpacked; the message goes on where a sentence began with its name.
    /// </exception>
    public byte[] Unpack(int most)
    {
        if (Entry.Length > most)
        {
            throw new InvalidDataException($"has {Entry.Length} bytes; expected {most} at most for its size");
        }

        var bytes = new byte[Entry.Length];
        try
        {
            using var content = Entry.Open();
            content.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            throw new InvalidDataException($"cannot be unpacked: {fault.Message}", fault);
        }
    }
}
