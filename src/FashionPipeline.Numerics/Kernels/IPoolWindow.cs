namespace FashionPipeline.Numerics.Kernels;

/// <summary>What pooling does, forward or backward, with one window and all its channels.</summary>
internal unsafe interface IPoolWindow
{
    /// <summary>Whether the window of the input is written, not read.</summary>
    static abstract bool WritesInput { get; }

    /// <summary>Computes one window.</summary>
    /// <param name="shape">The images and the windows.</param>
    /// <param name="window">The window's first pixel in the input or its gradient.</param>
    /// <param name="output">The window's pixel in the output or its gradient.</param>
    /// <param name="places">The window's pixel in the places of the largest values; null where there are none.</param>
    static abstract void Compute(in Pool2DShape shape, float* window, float* output, ushort* places);
}
