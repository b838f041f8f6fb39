namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>What an operation is run for.</summary>
internal enum Pass
{
    /// <summary>From pixels to the loss.</summary>
    Forward,

    /// <summary>From the loss to the gradients of all weights.</summary>
    Backward,

    /// <summary>From the gradients to the next weights.</summary>
    Update,

    /// <summary>From pixels to the loss of the test images.</summary>
    Validation,
}
