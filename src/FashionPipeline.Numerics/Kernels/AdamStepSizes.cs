namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Adam's step sizes lr·sqrt(1-β2^t)/(1-β1^t), one after the other. The powers are multiplied up, one factor a step: the same bits
/// everywhere, and after a training was resumed.
/// </summary>
public sealed class AdamStepSizes
{
    private readonly AdamOptions options;
    private double power1 = 1;
    private double power2 = 1;

    /// <summary>Begins at the first step, or behind as many as were taken.</summary>
    /// <param name="options">β1 and β2.</param>
    /// <param name="taken">Steps taken before.</param>
    public AdamStepSizes(AdamOptions options, long taken = 0)
    {
        this.options = options;
        while (Taken < taken)
        {
            Advance();
        }
    }

    /// <summary>Steps taken.</summary>
    public long Taken { get; private set; }

    /// <summary>Takes a step, and says how large it is.</summary>
    /// <param name="learningRate">The step's learning rate lr.</param>
    public float Next(double learningRate)
    {
        Advance();
        return (float)(learningRate * Math.Sqrt(1d - power2) / (1d - power1));
    }

    private void Advance()
    {
        Taken++;
        power1 *= options.Beta1;
        power2 *= options.Beta2;
    }
}
