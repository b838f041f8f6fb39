namespace FashionPipeline.Numerics.Kernels;

/// <summary>How the learning rate goes over a training.</summary>
public enum ScheduleShape
{
    /// <summary>The same in each step.</summary>
    Constant,

    /// <summary>
    /// Falls from the whole rate to nothing by half a cosine. Source: Loshchilov, Hutter, "SGDR: stochastic gradient descent with warm
    /// restarts", ICLR 2017, without restarts.
    /// </summary>
    Cosine,

    /// <summary>
    /// Rises from a 25th to the whole rate in the first quarter of the steps, and falls to a 100,000th, both by half a cosine. Source:
    /// Smith, Topin, "Super-convergence", 2018, in fastai's form; the moments' decays stay as they are.
    /// </summary>
    OneCycle,
}
