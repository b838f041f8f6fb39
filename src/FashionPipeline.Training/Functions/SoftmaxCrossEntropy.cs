using static TorchSharp.torch;

namespace FashionPipeline.Training.Functions;

/// <summary>Cross-entropy of the softmax of logits, in nats, without clipping.</summary>
internal static class SoftmaxCrossEntropy
{
    /// <summary>Mean over the batch.</summary>
    /// <param name="logits">[batch, classes].</param>
    /// <param name="labels">[batch] of 64-bit integers.</param>
    public static Tensor Mean(Tensor logits, Tensor labels) => nn.functional.cross_entropy(logits, labels);

    /// <summary>Probabilities [batch, classes].</summary>
    public static Tensor Probabilities(Tensor logits) => nn.functional.softmax(logits, 1);
}
