namespace FashionPipeline.Endurance;

/// <summary>Changes bytes in the ways that broken disks, broken connections and people with ideas do.</summary>
internal static class Mutation
{
    private static readonly byte[][] Telling =
    [
        [0], [0xFF], [0x7F], [0x80], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0],
        "\n"u8.ToArray(), "-"u8.ToArray(), "99999999999999999999"u8.ToArray(), "{[&*!|>'\""u8.ToArray(),
            "\0"u8.ToArray(), "../"u8.ToArray(), "é\u202e"u8.ToArray(),
    ];

    /// <summary>A mutated copy.</summary>
    public static byte[] Of(byte[] right, Random random)
    {
        List<byte> bytes = [.. right];
        var changes = 1 + random.Next(4);
        for (var i = 0; i < changes && bytes.Count > 0; i++)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(1 + random.Next(16), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                break;
            case 5:
                bytes.InsertRange(at, Telling[random.Next(Telling.Length)]);
                break;
            default:
                var value = Telling[random.Next(Telling.Length)];
                for (var i = 0; i < value.Length && at + i < bytes.Count; i++)
                {
                    bytes[at + i] = value[i];
                }

                break;
        }
    }
}
