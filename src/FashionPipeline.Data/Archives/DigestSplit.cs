namespace FashionPipeline.Data.Archives;

/// <summary>
/// Parts the images of a class into those to train on and those to test on, by nothing but their files' digests: the same files are parted
/// in the same way whatever their names, and files of the same bytes never come into both halves.
/// </summary>
internal static class DigestSplit
{
    /// <summary>Of so many different files of a class, one is to test on.</summary>
    public const int FilesForOneTest = 6;

    /// <summary>The digests that are to test on: the first sixth in their order, rounded up.</summary>
    /// <param name="digests">Of all files of a class, in hexadecimal digits.</param>
    public static IReadOnlySet<string> Test(IEnumerable<string> digests)
    {
        var different = digests.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return different.Take((different.Count + FilesForOneTest - 1) / FilesForOneTest).ToHashSet(StringComparer.Ordinal);
    }
}
