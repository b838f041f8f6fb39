using FashionPipeline.Data;
using FashionPipeline.Data.Idx;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Data.Idx;

public sealed class IdxReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_read_what_was_written_packed_or_plain() => Prop.ForAll(
        Gen.Choose(1, 6).SelectMany(count => Gen.Choose(1, 5).SelectMany(height => Gen.Choose(1, 5).SelectMany(width =>
            ArbMap.Default.GeneratorFor<byte>().ArrayOf(count * height * width).SelectMany(pixels =>
                Gen.Choose(0, 9).ArrayOf(count).SelectMany(labels => ArbMap.Default.GeneratorFor<bool>().Select(packed =>
                    (count, height, width, pixels, labels: labels.Select(label => (byte)label).ToArray(), packed))))))).ToArbitrary(),
        sample =>
        {
            var (count, height, width, pixels, labels, packed) = sample;
            Write(IdxFiles.Images(count, height, width, pixels), IdxFiles.Labels(labels), packed);

            var images = IdxReader.Read(folder["images"], folder["labels"], height, width, 10);

            return images.Pixels.SequenceEqual(pixels) && images.Labels.SequenceEqual(labels) && images.Count == count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_refuse_a_wrong_magic_number() => Refuses(
        [0, 0, 8, 1, .. IdxFiles.Images(2, 1, 1, [1, 2])[4..]], IdxFiles.Labels(0, 1), "magic number 0x00000801", "0x00000803");

    [Fact]
    public void Should_refuse_images_of_another_size() => Refuses(IdxFiles.Images(1, 2, 1, [1, 2]), IdxFiles.Labels(0), "2 x 1", "1 x 1");

    [Fact]
    public void Should_refuse_a_file_that_ends_too_early() => Refuses(IdxFiles.Images(2, 1, 1, [1]), IdxFiles.Labels(0, 1), "ends too early", "18 bytes");

    [Fact]
    public void Should_refuse_trailing_bytes() => Refuses(IdxFiles.Images(2, 1, 1, [1, 2, 3]), IdxFiles.Labels(0, 1), "1 trailing", "18 bytes");

    [Fact]
    public void Should_refuse_a_file_shorter_than_its_header() => Refuses([0, 0, 8, 3], IdxFiles.Labels(0), "4 bytes", "16 bytes");

    [Fact]
    public void Should_refuse_as_many_labels_as_there_are_no_images() => Refuses(IdxFiles.Images(2, 1, 1, [1, 2]), IdxFiles.Labels(0), "1 labels", "2, one for each image");

    [Fact]
    public void Should_refuse_a_label_out_of_range_and_say_where() =>
        Refuses(IdxFiles.Images(3, 1, 1, [1, 2, 3]), IdxFiles.Labels(0, 9, 10), "label 10 at index 2", "0 to 9");

    [Fact]
    public void Should_refuse_a_gzip_file_that_is_cut_short()
    {
        var pixels = new byte[10_000];
        new System.Random(1).NextBytes(pixels);
        var packed = IdxFiles.Gzip(IdxFiles.Images(10_000, 1, 1, pixels));

        Refuses(packed[..(packed.Length / 2)], IdxFiles.Labels(new byte[10_000]), "images", "gzip");
    }

    [Fact]
    public void Should_refuse_a_gzip_file_with_a_wrong_byte()
    {
        var packed = IdxFiles.Gzip(IdxFiles.Images(2, 1, 1, [1, 2]));
        packed[^6] ^= 1; // in its checksum

        Refuses(packed, IdxFiles.Labels(0, 1), "broken gzip data", "intact");
    }

    private void Refuses(byte[] images, byte[] labels, params string[] words)
    {
        Write(images, labels, packed: false);

        var fault = Assert.Throws<InputException>(() => IdxReader.Read(folder["images"], folder["labels"], 1, 1, 10));

        Assert.All([.. words, folder.Path, "--target Download"], word => Assert.Contains(word, fault.Message, StringComparison.Ordinal));
    }

    private void Write(byte[] images, byte[] labels, bool packed)
    {
        File.WriteAllBytes(folder["images"], packed ? IdxFiles.Gzip(images) : images);
        File.WriteAllBytes(folder["labels"], packed ? IdxFiles.Gzip(labels) : labels);
    }
}
