using SkiaSharp;

namespace QuestPDF.Infrastructure;

/// <summary>A colour of four bytes: alpha, red, green, blue.</summary>
/// <param name="hex">The bytes as 0xAARRGGBB.</param>
public readonly struct Color(uint hex)
{
    /// <summary>The bytes as 0xAARRGGBB.</summary>
    public uint Hex { get; } = hex;

    /// <summary>Reads RRGGBB or AARRGGBB, with or without '#'.</summary>
    /// <exception cref="ArgumentException">The text is not such a colour.</exception>
    public static implicit operator Color(string hex) => new((uint)SKColor.Parse(hex));
}
