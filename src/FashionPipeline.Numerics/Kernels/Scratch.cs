namespace FashionPipeline.Numerics.Kernels;

/// <summary>The buffers of a <see cref="Workspace"/>, by what they hold.</summary>
internal enum Scratch
{
    /// <summary>Images with a border of zeros, one for each worker.</summary>
    Padded,

    /// <summary>Gradients behind the activation, with a border of zeros where they are images.</summary>
    Gradient,

    /// <summary>Kernels with inputs and outputs exchanged.</summary>
    Transposed,

    /// <summary>Sums over parts of the batch.</summary>
    Partials,
}
