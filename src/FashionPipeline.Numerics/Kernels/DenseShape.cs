namespace FashionPipeline.Numerics.Kernels;

/// <summary>The sizes of a dense layer.</summary>
/// <param name="Batch">Rows.</param>
/// <param name="Features">Inputs of a row.</param>
/// <param name="Units">Outputs of a row.</param>
public readonly record struct DenseShape(int Batch, int Features, int Units)
{
    internal int InputLength => checked(Batch * Features);

    internal int KernelLength => checked(Features * Units);

    internal int OutputLength => checked(Batch * Units);
}
