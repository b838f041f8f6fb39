using FashionPipeline.Evaluation;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Evaluation;

public class PredictionParquetTests
{
    private static readonly Predictions Predictions = new()
    {
        Classes = 3,
        Labels = [2, 0],
        Probabilities = [0.1f, 0.2f, 0.7f, 0.25f, 0.5f, 0.25f],
    };

    [Fact]
    public async Task Should_read_what_it_wrote()
    {
        var read = PredictionParquet.Read(await WriteAsync(), "p.parquet");

        Assert.Equal(3, read.Classes);
        Assert.Equal(Predictions.Labels, read.Labels);
        Assert.Equal(Predictions.Probabilities, read.Probabilities);
    }

    [Fact]
    public async Task Should_write_the_same_bytes_for_the_same_predictions()
    {
        Assert.Equal(await WriteAsync(), await WriteAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(200)]
    public async Task Should_reject_a_truncated_file(int bytes)
    {
        var file = (await WriteAsync())[..bytes];
        var fault = Assert.Throws<InputException>(() => PredictionParquet.Read(file, "mlp.parquet"));
        Assert.Contains("mlp.parquet", fault.Message);
    }

    private static async Task<byte[]> WriteAsync()
    {
        var stream = new MemoryStream();
        await PredictionParquet.WriteAsync(Predictions, stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
