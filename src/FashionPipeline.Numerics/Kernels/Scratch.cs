namespace FashionPipeline.Numerics.Kernels;

/// <summary>The buffers of a <see cref="Workspace"/>, by what they hold.</summary>
internal enum Scratch
{
    /// <summary>Images with their border, or gradients behind the activation; one for each worker.</summary>
    Padded,

    /// <summary>A kernel with its inputs and outputs exchanged.</summary>
    Transposed,

    /// <summary>Columns that do not fill a vector, filled up with zeros.</summary>
    Ragged,

    /// <summary>Sums over parts of the batch.</summary>
    Partials,
}
