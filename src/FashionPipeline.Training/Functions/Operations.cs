using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Networks;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Functions;

/// <summary>
/// The operations that networks are made of, in one arithmetic or another. Tensors are [batch, features] or [batch, height, width,
/// channels], weights lie in Keras's layouts; all of them can be differentiated.
/// </summary>
internal abstract class Operations
{
    /// <summary>The operations of the numerics that the options ask for.</summary>
    public static Operations Of(TrainingOptions options, Workspace workspace) => options.Numerics switch
    {
        Arithmetic.Portable => new PortableOperations(workspace),
        Arithmetic.Libtorch => new LibTorchOperations(options.Threads, workspace),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Numerics, "Unknown numerics."),
    };

    /// <summary>activation(input·kernel + bias).</summary>
    public abstract Tensor Dense(Tensor input, Tensor kernel, Tensor bias, Activation activation);

    /// <summary>activation(input * kernel + bias), stride 1.</summary>
    public abstract Tensor Conv2D(Tensor input, Tensor kernel, Tensor bias, Padding padding, Activation activation);

    /// <summary>Largest value of each window.</summary>
    public abstract Tensor MaxPool2D(Tensor input, int poolHeight, int poolWidth);

    /// <summary>Mean of each window.</summary>
    public abstract Tensor AveragePool2D(Tensor input, int poolHeight, int poolWidth);

    /// <summary>Inverted dropout of what the stream's numbers choose.</summary>
    public abstract Tensor Dropout(Tensor input, double rate, RandomStream stream);

    /// <summary>The activation, value by value. Softmax gives the logits as they are: loss and prediction work on them.</summary>
    public abstract Tensor Activate(Tensor input, Activation activation);

    /// <summary>Mean cross-entropy of the softmax of logits [batch, classes], in nats, without clipping.</summary>
    public abstract Tensor SoftmaxCrossEntropy(Tensor logits, int[] labels);

    /// <summary>Softmax of logits [batch, classes].</summary>
    public abstract void Probabilities(Tensor logits, Span<float> probabilities);
}
