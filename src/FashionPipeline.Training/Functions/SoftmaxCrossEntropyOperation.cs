using FashionPipeline.Numerics.Kernels;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Functions;

/// <summary>The softmax of logits [batch, classes], and the loss that training minimises.</summary>
internal sealed class SoftmaxCrossEntropyOperation(int[] labels, double smoothing) : PortableOperation
{
    /// <summary>Mean cross-entropy of the softmax of logits, in nats, without clipping; can be differentiated.</summary>
    /// <param name="logits">[batch, classes].</param>
    /// <param name="labels">[batch].</param>
    /// <param name="backend">What it is computed with.</param>
    /// <param name="smoothing">What each label gives away to all classes alike, from 0 to below 1.</param>
    public static Tensor Loss(Tensor logits, int[] labels, Backend backend, double smoothing = 0) => backend.IsPortable
        ? new SoftmaxCrossEntropyOperation(labels, smoothing).Run(logits)
        : nn.functional.cross_entropy(logits, tensor(labels, ScalarType.Int64), label_smoothing: smoothing);

    /// <summary>Writes the softmax of logits.</summary>
    public static void Probabilities(Tensor logits, Span<float> probabilities, Backend backend)
    {
        if (backend.IsPortable)
        {
            SoftmaxCrossEntropy.Probabilities(TensorMemory.Of(logits), (int)logits.shape[1], probabilities);
        }
        else
        {
            TensorMemory.Of(nn.functional.softmax(logits, 1)).CopyTo(probabilities);
        }
    }

    protected override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved)
    {
        saved.Add(inputs[0]);
        return SoftmaxCrossEntropy.Forward(TensorMemory.Of(inputs[0]), labels, smoothing);
    }

    protected override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient)
    {
        var logitsGradient = TensorMemory.New(saved[0].shape);
        SoftmaxCrossEntropy.Backward(
            TensorMemory.Of(saved[0]), labels, gradient.item<float>(), TensorMemory.Of(logitsGradient), smoothing);
        return [logitsGradient];
    }
}
