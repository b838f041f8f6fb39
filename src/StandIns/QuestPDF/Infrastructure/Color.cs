using System.Globalization;

namespace QuestPDF.Infrastructure;

/// <summary>A colour of four bytes: alpha, red, green, blue.</summary>
/// <param name="hex">The bytes as 0xAARRGGBB.</param>
public readonly struct Color(uint hex)
{
    /// <summary>The bytes as 0xAARRGGBB.</summary>
    public uint Hex { get; } = hex;

    /// <summary>Reads RRGGBB or AARRGGBB, with or without '#'.</summary>
    /// <exception cref="ArgumentException">The text is not such a colour.</exception>
    public static Color FromHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        var digits = hex.StartsWith('#') ? hex[1..] : hex;
        return digits.Length is 6 or 8 && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Color(digits.Length == 6 ? value | 0xFF000000 : value)
            : throw new ArgumentException($"'{hex}' is not a colour: expected RRGGBB or AARRGGBB.", nameof(hex));
    }

    /// <summary>Reads a colour as <see cref="FromHex"/> does.</summary>
    public static implicit operator Color(string hex) => FromHex(hex);
}
