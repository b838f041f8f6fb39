namespace FashionPipeline.Training;

/// <summary>Whose arithmetic a network runs on.</summary>
public enum Arithmetic
{
    /// <summary>Our own kernels: the experiment and the data decide every bit, on any processor and any number of cores.</summary>
    Portable,

    /// <summary>libtorch's stock operations: equal bits only on the same kind of machine with the same number of threads.</summary>
    Libtorch,
}
