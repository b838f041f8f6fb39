namespace FashionPipeline.Training.Networks;

/// <summary>One layer of a network as an experiment states it: what is done, not how. Shapes are without the batch.</summary>
public abstract record Layer;

/// <summary>Fully connected: y = activation(x·kernel + bias). Takes [features], gives [units].</summary>
/// <param name="Units">Outputs, at least 1.</param>
/// <param name="Activation">Applied to the result.</param>
/// <param name="Initialiser">What the kernel starts from.</param>
public sealed record Dense(int Units, Activation Activation = Activation.Linear, Initialiser Initialiser = Initialiser.GlorotUniform) : Layer;

/// <summary>Two-dimensional convolution with stride 1. Takes [height, width, channels], gives [height', width', filters].</summary>
/// <param name="Filters">Output channels, at least 1.</param>
/// <param name="KernelHeight">Rows of the kernel.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="Padding">Whether the border is padded with zeros.</param>
/// <param name="Activation">Applied to the result.</param>
/// <param name="Initialiser">What the kernel starts from.</param>
public sealed record Conv2D(
    int Filters,
    int KernelHeight,
    int KernelWidth,
    Padding Padding = Padding.Valid,
    Activation Activation = Activation.Linear,
    Initialiser Initialiser = Initialiser.GlorotUniform) : Layer;

/// <summary>Largest value of each window; windows do not overlap, what does not fill a window is dropped.</summary>
/// <param name="PoolHeight">Rows of a window.</param>
/// <param name="PoolWidth">Columns of a window.</param>
public sealed record MaxPool2D(int PoolHeight, int PoolWidth) : Layer;

/// <summary>Mean of each window; windows do not overlap, what does not fill a window is dropped. Only under <see cref="Arithmetic.Libtorch"/>.</summary>
/// <param name="PoolHeight">Rows of a window.</param>
/// <param name="PoolWidth">Columns of a window.</param>
public sealed record AveragePool2D(int PoolHeight, int PoolWidth) : Layer;

/// <summary>Inverted dropout: in training, each value is zeroed with probability rate and the others divided by 1 - rate.</summary>
/// <param name="Rate">0 up to, not including, 1.</param>
public sealed record Dropout(double Rate) : Layer;

/// <summary>Lays [height, width, channels] out as [features], channels fastest.</summary>
public sealed record Flatten : Layer;

/// <summary>An activation as a layer of its own.</summary>
/// <param name="Function">What is applied.</param>
public sealed record ActivationLayer(Activation Function) : Layer;
