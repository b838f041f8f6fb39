using FashionPipeline.Benchmarks.Epoch;
using FashionPipeline.Benchmarks.Results;

namespace FashionPipeline.Tests.Benchmarks.Epoch;

public sealed class EpochReportTests
{
    // Half of the ten seconds is in kernels. 400 GFLOP at a peak of 100 GFLOPS would be four seconds.
    [Fact]
    public async Task Should_show_kernels_what_is_not_in_them_and_the_bound()
    {
        var cost = new EpochCost(
            "cnn",
            [
                new("pixel gather", Pass.Forward, 0.5, 0),
                new("conv2d", Pass.Forward, 1, 100e9),
                new("conv2d", Pass.Backward, 2, 200e9),
                new("Adam", Pass.Update, 0.5, 0),
                new("pixel gather", Pass.Validation, 0.0625, 0),
                new("conv2d", Pass.Validation, 0.9375, 100e9),
            ],
            new MedianAndRange(10, 9.5, 11));

        await Verify(EpochReport.Markdown([cost], epochs: 3, peakGigaflops: 100, "A machine, 2 cores."));
    }
}
