namespace FashionPipeline.Training.Loop;

/// <summary>What a training made.</summary>
public sealed record TrainingResult
{
    /// <summary>One entry an epoch, up to the one that the weights are of: where training ended early, without those behind.</summary>
    public required IReadOnlyList<EpochMetrics> History { get; init; }

    /// <summary>The weights as a safetensors file, tensors in Keras's layouts (dense [in, out], conv2d [height, width, in, out]).</summary>
    public required byte[] Weights { get; init; }
}
