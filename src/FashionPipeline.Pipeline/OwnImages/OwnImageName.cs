namespace FashionPipeline.Pipeline.OwnImages;

/// <summary>Which image of the user's own it is.</summary>
/// <param name="File">Its file: the full path of one that was named, else its path below the folder, with forward slashes.</param>
/// <param name="Index">Its place in a file of several images, from 0; null where the file holds one.</param>
/// <param name="IsOneOfMany">Whether it was found in a folder or a file of images, and not named itself.</param>
public sealed record OwnImageName(string File, int? Index = null, bool IsOneOfMany = false)
{
    /// <summary><c>coats/1.png</c>, <c>t10k-images-idx3-ubyte.gz[17]</c>.</summary>
    public override string ToString() => Index is { } index ? FormattableString.Invariant($"{File}[{index}]") : File;
}
