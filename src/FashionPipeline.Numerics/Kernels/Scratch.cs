namespace FashionPipeline.Numerics.Kernels;

/// <summary>The buffers of a <see cref="Workspace"/>, by what they hold.</summary>
internal enum Scratch
{
    /// <summary>Images with a border of zeros, one for each worker.</summary>
    Padded,

    /// <summary>Gradients of images with a border, one for each worker.</summary>
    PaddedGradient,

    /// <summary>Gradients behind the activation, with a border of zeros where they are images; or outputs with a border.</summary>
    Gradient,

    /// <summary>Kernels with inputs and outputs exchanged.</summary>
    Transposed,

    /// <summary>Sums over parts of the batch.</summary>
    Partials,

    /// <summary>Winograd's points of the pixels of a band of tiles, or of their gradients; for each worker.</summary>
    PixelPoints,

    /// <summary>Winograd's points of the outputs of a band of tiles, or of their gradients; for each worker.</summary>
    OutputPoints,

    /// <summary>Winograd's points of a kernel.</summary>
    KernelPoints,

    /// <summary>Columns of a right factor side by side, for each worker.</summary>
    Panels,

    /// <summary>What all values of a channel meet: its mean, its factor.</summary>
    Channels,

    /// <summary>Sums over the rows of a batch, in double.</summary>
    ChannelSums,
}
