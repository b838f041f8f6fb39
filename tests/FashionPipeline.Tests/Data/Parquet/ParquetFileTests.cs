using FashionPipeline.Data.Parquet;
using Parquet;
using Parquet.Schema;

namespace FashionPipeline.Tests.Data.Parquet;

public sealed class ParquetFileTests
{
    [Fact]
    public async Task Should_give_up_a_file_whose_reading_does_not_end()
    {
        using var file = new MemoryStream();
        await using (await ParquetWriter.CreateAsync(new ParquetSchema(new DataField<int>("a")), file,
            cancellationToken: TestContext.Current.CancellationToken))
        {
        }

        var endless = new TaskCompletionSource<int>();
        var fault = Assert.Throws<InvalidDataException>(() => ParquetFile.Read(file.ToArray(), _ => endless.Task));

        Assert.Equal("it is not read within 10 s", fault.Message);
    }
}
