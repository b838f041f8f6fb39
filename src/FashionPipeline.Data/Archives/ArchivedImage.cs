using System.IO.Compression;

namespace FashionPipeline.Data.Archives;

/// <summary>A file of an archive that is an image of a class.</summary>
/// <param name="Half"><c>train</c> or <c>test</c>; null where the archive is not parted.</param>
/// <param name="Class">Name of its folder.</param>
/// <param name="Entry">The file.</param>
internal sealed record ArchivedImage(string? Half, string Class, ZipArchiveEntry Entry);
