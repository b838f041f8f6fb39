using System.Buffers.Binary;
using System.Text;
using FashionPipeline.Training.Native;

namespace FashionPipeline.Tests.Training.Native;

public class SymbolVersionsTests
{
    private const int FlagsOffset = 64 + 16 + 16 + 4;

    [Fact]
    public void Should_set_the_weak_flag_of_that_one_version_and_change_nothing_else()
    {
        var library = Library("GLIBCXX_3.4.11", "GLIBCXX_3.4.32");
        var expected = library.ToArray();
        expected[FlagsOffset] = 2;

        Assert.Equal(expected, SymbolVersions.Relax(library, "GLIBCXX_3.4.32"));
    }

    [Fact]
    public void Should_change_nothing_the_second_time_or_where_the_version_is_not_asked_for()
    {
        var relaxed = SymbolVersions.Relax(Library("GLIBCXX_3.4.11", "GLIBCXX_3.4.32"), "GLIBCXX_3.4.32");

        Assert.Equal(relaxed, SymbolVersions.Relax(relaxed, "GLIBCXX_3.4.32"));
        Assert.Equal(relaxed, SymbolVersions.Relax(relaxed, "GLIBCXX_3.4.99"));
    }

    [Fact]
    public void Should_fail_loudly_where_the_file_is_no_such_library()
    {
        var library = Library("GLIBCXX_3.4.11", "GLIBCXX_3.4.32");
        var without = library.ToArray();
        without[SectionTable + 64 + 4] = 0;

        Assert.Throws<InvalidDataException>(() => SymbolVersions.Relax("not a library"u8, "GLIBCXX_3.4.32"));
        Assert.Throws<InvalidDataException>(() => SymbolVersions.Relax(library.AsSpan(0, library.Length - 60), "GLIBCXX_3.4.32"));
        Assert.Throws<InvalidDataException>(() => SymbolVersions.Relax(without, "GLIBCXX_3.4.32"));
        Assert.Throws<InvalidDataException>(() => SymbolVersions.Relax(Library("GLIBCXX_3.4.32", "GLIBCXX_3.4.32"), "GLIBCXX_3.4.32"));
    }

    [Fact]
    public void Should_rename_over_a_hard_link_and_leave_the_other_name_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "hard links are made with ln");
        var folder = Directory.CreateTempSubdirectory("symbol-versions-");
        try
        {
            var (cached, copied) = (Path.Combine(folder.FullName, "cached.so"), Path.Combine(folder.FullName, "copied.so"));
            var library = Library("GLIBCXX_3.4.11", "GLIBCXX_3.4.32");
            File.WriteAllBytes(cached, library);
            File.SetLastWriteTimeUtc(cached, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
            System.Diagnostics.Process.Start("ln", [cached, copied]).WaitForExit();

            Assert.True(LibTorch.Relax(copied));
            Assert.False(LibTorch.Relax(copied));

            Assert.Equal(library, File.ReadAllBytes(cached));
            Assert.NotEqual(library, File.ReadAllBytes(copied));
            Assert.Equal(File.GetLastWriteTimeUtc(cached), File.GetLastWriteTimeUtc(copied));
            Assert.Equal(2, folder.GetFiles().Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private const int Strings = 64 + 16 + 16 + 16;
    private const int SectionTable = Strings + 64;

    /// <summary>The least library with two required versions: header, one requirement with two entries, names, two sections.</summary>
    private static byte[] Library(string version1, string version2)
    {
        var file = new byte[SectionTable + 128];
        new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1 }.CopyTo(file, 0);
        Write64(40, SectionTable);
        Write16(58, 64);
        Write16(60, 2);

        Write16(64, 1);
        Write16(66, 2);
        Write32(72, 16);
        Write32(64 + 16 + 8, 1);
        Write32(64 + 16 + 12, 16);
        Write32(64 + 32 + 8, 20);
        Encoding.ASCII.GetBytes(version1).CopyTo(file, Strings + 1);
        Encoding.ASCII.GetBytes(version2).CopyTo(file, Strings + 20);

        Write64(SectionTable + 24, Strings);
        Write32(SectionTable + 64 + 4, 0x6ffffffe);
        Write64(SectionTable + 64 + 24, 64);
        Write32(SectionTable + 64 + 40, 0);
        Write32(SectionTable + 64 + 44, 1);
        return file;

        void Write16(int offset, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(offset), value);
        void Write32(int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(offset), value);
        void Write64(int offset, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(offset), value);
    }
}
