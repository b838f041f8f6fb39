using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>An SVG file with what no person reads made short.</summary>
internal static partial class SvgText
{
    private const int Readable = 120;

    /// <summary>
    /// Replaces embedded images by digests of their pixels (compressors differ), long paths by digests, and the places of all letters by
    /// that of the first.
    /// </summary>
    public static string Shorten(string svg)
    {
        var named = Image().Replace(svg, image => Pixels(Convert.FromBase64String(image.Groups[1].Value)));
        var drawn = Path().Replace(named, path => path.Groups[1].Length <= Readable
            ? path.Value
            : $" d=\"{Steps(path.Groups[1].Value)}\"");
        return Places().Replace(drawn, "$1, …\"");
    }

    private static string Steps(string path) =>
        string.Create(CultureInfo.InvariantCulture, $"{path.Count(char.IsLetter)} steps, {Digest(Encoding.UTF8.GetBytes(path))}");

    private static string Pixels(byte[] png)
    {
        using var image = SKBitmap.Decode(png);
        return string.Create(CultureInfo.InvariantCulture, $"{image.Width} x {image.Height} pixels, {Digest(image.GetPixelSpan())}");
    }

    private static string Digest(ReadOnlySpan<byte> bytes) => "sha256 " + Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    [GeneratedRegex("data:image/png;base64,([^\"]*)")]
    private static partial Regex Image();

    [GeneratedRegex(" d=\"([^\"]*)\"")]
    private static partial Regex Path();

    [GeneratedRegex("( [xy]=\"[^\",]*),[^\"]*\"")]
    private static partial Regex Places();
}
