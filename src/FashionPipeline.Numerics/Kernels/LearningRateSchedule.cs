using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>How large the learning rate is in each step of a training, as a share of the largest.</summary>
public static class LearningRateSchedule
{
    private const double FirstFall = 0.5;
    private const double SecondFall = 0.75;
    private const double WarmUp = 0.25;
    private const double FirstShare = 1d / 25;
    private const double LastShare = 1e-5;

    /// <summary>The share of a step.</summary>
    /// <param name="shape">How it goes.</param>
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="steps">Steps of the whole training, more than <paramref name="step"/>.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Share(ScheduleShape shape, long step, long steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, steps);
        var done = (double)step / steps;
        return shape switch
        {
            ScheduleShape.Constant => 1,
            ScheduleShape.Step => done < FirstFall ? 1 : done < SecondFall ? 0.1 : 0.01,
            ScheduleShape.Cosine => Fall(1, 0, done),
            ScheduleShape.OneCycle when done < WarmUp => Fall(FirstShare, 1, done / WarmUp),
            ScheduleShape.OneCycle => Fall(1, LastShare, (done - WarmUp) / (1 - WarmUp)),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "Unknown schedule."),
        };
    }

    /// <summary>Half a cosine from one share to another.</summary>
    private static double Fall(double from, double to, double done) => to + ((from - to) * (1 + CosineOfPi.Of(done)) / 2);
}
