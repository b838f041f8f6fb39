namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>What one call of a benchmark does; the columns of <see cref="WorkColumn"/> divide it by the measured time.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WorkAttribute : Attribute
{
    /// <summary>Floating-point operations; a fused multiply-add counts as two.</summary>
    public double Flops { get; init; }

    /// <summary>
    /// Products of matrices, each of as many operations as the benchmark's <see cref="IMeasuredLayer"/> says; counted besides
    /// <see cref="Flops"/>.
    /// </summary>
    public int Products { get; init; }

    /// <summary>Bytes that have to be read and written at least.</summary>
    public double Bytes { get; init; }

    /// <summary>Things done, whatever they are: numbers drawn, pairs compared.</summary>
    public double Items { get; init; }
}
