using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QuestPDF.Drawing;

/// <summary>Values in the syntax of a PDF.</summary>
internal static class PdfText
{
    /// <summary>A text string: plain where it is ASCII, UTF-16 otherwise (ISO 32000-1, 7.9.2.2).</summary>
    internal static string Of(string text) => text.All(c => c is >= ' ' and <= '~')
        ? $"({Regex.Replace(text, @"[\\()]", @"\$0")})"
        : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A reference to an object.</summary>
    internal static string Reference(int number) => $"{number} 0 R";

    /// <summary>A length to a hundredth of a point.</summary>
    internal static string Of(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
