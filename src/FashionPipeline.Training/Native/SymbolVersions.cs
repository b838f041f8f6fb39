using System.Buffers.Binary;
using System.Text;

namespace FashionPipeline.Training.Native;

/// <summary>
/// The symbol versions that a 64-bit little-endian ELF library asks of others (section <c>.gnu.version_r</c>).
/// Source of the layout: Linux Standard Base Core, "Symbol Versioning".
/// </summary>
public static class SymbolVersions
{
    private const uint VersionRequirements = 0x6ffffffe;
    private const ushort Weak = 0x2;

    /// <summary>
    /// A copy of <paramref name="library"/> in which the loader no longer insists on <paramref name="version"/>: the flag
    /// VER_FLG_WEAK is set on that one requirement, and nothing else changes. A library without the requirement, or with
    /// the flag already set, comes back with the same bytes.
    /// </summary>
    /// <param name="library">The whole file.</param>
    /// <param name="version">Name of the version: <c>GLIBCXX_3.4.32</c>.</param>
    /// <exception cref="InvalidDataException">The file is not laid out as such a library is.</exception>
    public static byte[] Relax(ReadOnlySpan<byte> library, string version)
    {
        var relaxed = library.ToArray();
        try
        {
            var flags = FlagsOf(relaxed, version);
            if (flags is { } offset)
            {
                var value = BinaryPrimitives.ReadUInt16LittleEndian(relaxed.AsSpan(offset));
                BinaryPrimitives.WriteUInt16LittleEndian(relaxed.AsSpan(offset), (ushort)(value | Weak));
            }
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The library is truncated: a table points behind the end of the file.", e);
        }

        return relaxed;
    }

    private static int? FlagsOf(ReadOnlySpan<byte> file, string version)
    {
        if (file.Length < 64 || !file[..6].SequenceEqual<byte>([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
        {
            throw new InvalidDataException("Not a 64-bit little-endian ELF library.");
        }

        var (requirements, count, names) = RequirementsSection(file);
        int? found = null;
        for (var library = 0; library < count; library++)
        {
            var entries = UInt16(file, requirements + 2);
            var entry = requirements + Int32(file, requirements + 8);
            for (var i = 0; i < entries; i++)
            {
                if (NameAt(file, names + Int32(file, entry + 8)) == version)
                {
                    found = found is null ? entry + 4 : throw new InvalidDataException($"{version} is required more than once.");
                }

                entry += Int32(file, entry + 12);
            }

            requirements += Int32(file, requirements + 12);
        }

        return found;
    }

    private static (int Offset, int Count, int Names) RequirementsSection(ReadOnlySpan<byte> file)
    {
        var table = Int64(file, 40);
        var size = UInt16(file, 58);
        var sections = UInt16(file, 60);
        for (var i = 0; i < sections; i++)
        {
            var section = table + (i * size);
            if ((uint)Int32(file, section + 4) == VersionRequirements)
            {
                var names = table + (Int32(file, section + 40) * size);
                return (Int64(file, section + 24), Int32(file, section + 44), Int64(file, names + 24));
            }
        }

        throw new InvalidDataException("The library has no section of version requirements (.gnu.version_r).");
    }

    private static string NameAt(ReadOnlySpan<byte> file, int offset)
    {
        var rest = file[offset..];
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private static ushort UInt16(ReadOnlySpan<byte> file, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(file[offset..]);

    private static int Int32(ReadOnlySpan<byte> file, int offset) => BinaryPrimitives.ReadInt32LittleEndian(file[offset..]);

    private static int Int64(ReadOnlySpan<byte> file, int offset) => checked((int)BinaryPrimitives.ReadInt64LittleEndian(file[offset..]));
}
