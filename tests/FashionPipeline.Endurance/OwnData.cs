using System.IO.Compression;
using System.Text;
using FashionPipeline.Data;
using FashionPipeline.Data.Archives;
using FashionPipeline.Data.Csv;
using FashionPipeline.Data.Decoding;
using FashionPipeline.Data.Npz;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Endurance;

/// <summary>Files of users' own images that are right, and their readers.</summary>
internal static class OwnData
{
    private static readonly ImageShape Shape = new(4, 4);
    private static readonly string[] Names = ["cat", "dog"];

    /// <summary>A grey image.</summary>
    public static byte[] Png() => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAAAAACMmsGiAAAAHElEQVR4nGOcwrgrkum4mPcyRishAWkm47+yNwA8eQYZ0Ut7bwAAAABJRU5ErkJggg==");

    /// <summary>An image in colour.</summary>
    public static byte[] Jpeg() => Convert.FromBase64String(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQ
        YEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAEAAQD
        ASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAaEAEAAgMBAAAAAAAAAAAAAAABABECAyEE/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/E
        ABsRAAIBBQAAAAAAAAAAAAAAAAECAAMREiEx/9oADAMBAAIRAxEAPwCbn7PRroNuap1MnG6U7VW0HYiI1SVFhyPpquI1P//Z
        """);

    /// <summary>An image of each class in each half.</summary>
    public static byte[] Archive() => Zip(
        from half in new[] { "train", "test" } from name in Names select ($"{half}/{name}/1.png", Png()));

    /// <summary>Three images.</summary>
    public static byte[] Csv() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3).Select(row =>
        $"{Names[row % 2]},{string.Join(',', Enumerable.Range(row, 16))}\n")));

    /// <summary>Three images to train on and to test on.</summary>
    public static byte[] Npz() => Zip(new[] { "train", "test" }.SelectMany(half => new[]
    {
        ($"x_{half}.npy", Npy("(3, 4, 4)", new byte[48])), ($"y_{half}.npy", Npy("(3,)", [0, 1, 0])),
    }));

    public static void ReadArchive(byte[] bytes) => ImageArchive.Read(new FileContent("x.zip", bytes), Shape, Names);

    public static void ReadCsv(byte[] bytes) => ImageCsv.Read(new FileContent("x.csv", bytes), Shape, Names);

    public static void ReadNpz(byte[] bytes) => ImageNpz.Read(new FileContent("x.npz", bytes), Shape, Names.Length);

    public static void ReadImage(byte[] bytes)
    {
        try
        {
            EncodedImage.Open(bytes).Decode(Shape with { Channels = ImageShape.Colours });
        }
        catch (InvalidDataException fault)
        {
            throw new InputException(fault.Message, fault);
        }
    }

    private static byte[] Npy(string shape, byte[] values)
    {
        var header = $"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. values];
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }
}
