using System.Text;
using FashionPipeline.Data;
using FashionPipeline.Tests.Data.Archives;

namespace FashionPipeline.Tests.Data.Npz;

/// <summary>Writes .npy and .npz files as NumPy does.</summary>
internal static class NpyBytes
{
    /// <summary>An array of version 1.</summary>
    public static byte[] Of(string type, string shape, byte[] values, string order = "False")
    {
        var header = $"{{'descr': '{type}', 'fortran_order': {order}, 'shape': {shape}, }}";
        header = header.PadRight(((header.Length + 10 + 64) / 64 * 64) - 11) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. values];
    }

    /// <summary>A data set as Keras publishes it.</summary>
    public static byte[] Of(DataSplits splits) => ZipBytes.Of(
        ("x_train.npy", Of(splits.Train)),
        ("y_train.npy", Of("|u1", $"({splits.Train.Count},)", splits.Train.Labels)),
        ("x_test.npy", Of(splits.Test)),
        ("y_test.npy", Of("|u1", $"({splits.Test.Count},)", splits.Test.Labels)));

    /// <summary>The images.</summary>
    public static byte[] Of(LabelledImages images) => Of(
        "|u1", $"({images.Count}, {images.Height}, {images.Width}{(images.Channels == 1 ? "" : $", {images.Channels}")})", images.Pixels);
}
