using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class LearningRateScheduleTests
{
    [Theory]
    [InlineData(ScheduleShape.Constant, 0, 1)]
    [InlineData(ScheduleShape.Constant, 99, 1)]
    [InlineData(ScheduleShape.Step, 49, 1)]
    [InlineData(ScheduleShape.Step, 50, 0.1)]
    [InlineData(ScheduleShape.Step, 74, 0.1)]
    [InlineData(ScheduleShape.Step, 75, 0.01)]
    [InlineData(ScheduleShape.Cosine, 0, 1)]
    [InlineData(ScheduleShape.Cosine, 25, 0.8535533905932737)] // (1 + cos(π/4)) / 2
    [InlineData(ScheduleShape.Cosine, 50, 0.5)]
    [InlineData(ScheduleShape.Cosine, 75, 0.1464466094067263)]
    [InlineData(ScheduleShape.OneCycle, 0, 0.04)]
    [InlineData(ScheduleShape.OneCycle, 12, 0.4898605506259295)] // 0.04 + 0.96·(1 - cos(0.48π)) / 2
    [InlineData(ScheduleShape.OneCycle, 25, 1)]
    [InlineData(ScheduleShape.OneCycle, 50, 0.7500025)] // 1e-5 + (1 - 1e-5)·(1 + cos(π/3)) / 2
    [InlineData(ScheduleShape.OneCycle, 75, 0.2500075)]
    public void Should_have_the_share_that_its_formula_gives(ScheduleShape shape, int step, double share) =>
        Assert.Equal(share, LearningRateSchedule.Share(shape, step, 100), 1e-12);

    [Fact]
    public void Should_never_rise_again_once_it_falls()
    {
        var shares = Enumerable.Range(0, 1000).Select(step => LearningRateSchedule.Share(ScheduleShape.OneCycle, step, 1000)).ToList();

        Assert.Equal(250, shares.IndexOf(shares.Max()));
        Assert.Equal(shares[..251].Order(), shares[..251]);
        Assert.Equal(shares[250..].OrderDescending(), shares[250..]);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(10, 10)]
    public void Should_refuse_a_step_that_the_training_does_not_have(long step, long steps) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedule.Share(ScheduleShape.Constant, step, steps));
}
