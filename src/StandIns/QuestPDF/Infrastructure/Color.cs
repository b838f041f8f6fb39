using System.Globalization;

namespace QuestPDF.Infrastructure;

/// <summary>A colour of four bytes: alpha, red, green, blue.</summary>
/// <param name="hex">The bytes as 0xAARRGGBB.</param>
public readonly struct Color(uint hex)
{
    /// <summary>The bytes as 0xAARRGGBB.</summary>
    public uint Hex { get; } = hex;

    /// <summary>Opacity, 255 is opaque.</summary>
    public byte Alpha => (byte)(Hex >> 24);

    /// <summary>Red, 0 to 255.</summary>
    public byte Red => (byte)(Hex >> 16);

    /// <summary>Green, 0 to 255.</summary>
    public byte Green => (byte)(Hex >> 8);

    /// <summary>Blue, 0 to 255.</summary>
    public byte Blue => (byte)Hex;

    /// <summary>The same colour with another opacity, 0 to 255.</summary>
    public Color WithAlpha(byte alpha) => FromARGB(alpha, Red, Green, Blue);

    /// <summary>The same colour with another opacity, 0 to 1.</summary>
    public Color WithAlpha(float alpha) => WithAlpha((byte)Math.Clamp(alpha * 255f, 0f, 255f));

    /// <summary>Reads RGB, ARGB, RRGGBB or AARRGGBB, with or without '#'.</summary>
    /// <exception cref="ArgumentException">The text is not such a colour.</exception>
    public static Color FromHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        var digits = hex.StartsWith('#') ? hex[1..] : hex;
        if (digits.Length is 3 or 4)
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }

        if (digits.Length == 6)
        {
            digits = "FF" + digits;
        }

        return digits.Length == 8 && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Color(value)
            : throw new ArgumentException($"'{hex}' is not a colour: expected RGB, ARGB, RRGGBB or AARRGGBB.", nameof(hex));
    }

    /// <summary>An opaque colour.</summary>
    public static Color FromRGB(byte red, byte green, byte blue) => FromARGB(255, red, green, blue);

    /// <summary>A colour with opacity.</summary>
    public static Color FromARGB(byte alpha, byte red, byte green, byte blue) =>
        new(((uint)alpha << 24) | ((uint)red << 16) | ((uint)green << 8) | blue);

    /// <summary>The colour as text.</summary>
    public static implicit operator string(Color color) => color.ToString();

    /// <summary>Reads a colour as <see cref="FromHex"/> does.</summary>
    public static implicit operator Color(string hex) => FromHex(hex);

    /// <summary>The bytes as 0xAARRGGBB.</summary>
    public static implicit operator uint(Color color) => color.Hex;

    /// <summary>Values up to 0xFFFFFF become opaque.</summary>
    public static implicit operator Color(uint hex) => new(hex <= 0xFFFFFF ? hex | 0xFF000000 : hex);

    /// <summary><c>#RRGGBB</c>, or <c>#AARRGGBB</c> when not opaque.</summary>
    public override string ToString() => Alpha == 255
        ? string.Create(CultureInfo.InvariantCulture, $"#{Hex & 0xFFFFFF:X6}")
        : string.Create(CultureInfo.InvariantCulture, $"#{Hex:X8}");
}
