namespace FashionPipeline.Numerics.Kernels;

/// <summary>How the learning rate goes over a training.</summary>
public enum ScheduleShape
{
    /// <summary>The same in each step.</summary>
    Constant,

    /// <summary>
    /// The whole rate in the first half of the steps, a tenth in the next quarter, a hundredth in the last one. Source: He, Zhang, Ren,
    /// Sun, "Deep residual learning for image recognition", CVPR 2016, section 4.2.
    /// </summary>
    Step,

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
