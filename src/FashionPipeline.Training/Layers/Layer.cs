using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// One layer of a network as an experiment states it: what is done, not how. Shapes are without the batch. Two layers compute the
/// same exactly where their texts are equal.
/// </summary>
public abstract record Layer
{
    /// <summary>Names and settings of the layer's kind.</summary>
    public abstract LayerKind Kind { get; }

    /// <summary>The values of all settings of its kind.</summary>
    public virtual LayerValues Values => [];

    /// <summary>The layer's line in an experiment, every setting written out.</summary>
    public string Text => Kind.Text(Values);

    /// <summary>True where the input is [features] also of the first layer, whose pixels are an image otherwise.</summary>
    internal virtual bool TakesFeatures => false;

    /// <summary>The function that its output has gone through.</summary>
    internal virtual Activation OutputActivation => Activation.Linear;

    /// <summary>
    /// How many numbers it takes in its network, which decide random numbers: its own, and those of the layers within it.
    /// </summary>
    internal virtual int Numbers => 1;

    /// <summary>Settings out of range, in words that follow the layer's name.</summary>
    internal virtual IEnumerable<string> SettingFaults => [];

    /// <summary>Why portable arithmetic lacks the layer, in words that follow its name; null where it has it.</summary>
    internal virtual string? PortableFault => null;

    /// <summary>What does not fit about the input, in words that follow the layer's name; null where it fits.</summary>
    internal virtual string? InputFault(IReadOnlyList<int> input) => null;

    /// <summary>The shape of the output where neither the settings nor the input are at fault.</summary>
    internal abstract IReadOnlyList<int> OutputShape(IReadOnlyList<int> input);

    /// <summary>What is known of the output's shape where something is at fault, or the input unknown: null where nothing is.</summary>
    internal virtual IReadOnlyList<int>? ShapeAtFault(IReadOnlyList<int>? input) => null;

    /// <summary>Parameters, as Keras counts them.</summary>
    internal virtual long Parameters(IReadOnlyList<int> input) => 0;

    /// <summary>How many of these no optimiser moves, such as running means.</summary>
    internal virtual long NonTrainable(IReadOnlyList<int> input) => 0;

    /// <summary>The layers within it, where neither the settings nor the input are at fault.</summary>
    internal virtual IReadOnlyList<InnerLayer> Inner(IReadOnlyList<int> input) => [];

    /// <summary>The layer that computes.</summary>
    /// <param name="name">Its name in the network, which its parameters bear.</param>
    /// <param name="index">Its number in the network, from 0, those of inner layers counted; decides its random numbers.</param>
    /// <param name="input">Shape of its input.</param>
    /// <param name="backend">What it computes with.</param>
    internal abstract LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend);

    /// <summary>The line of the layer in an experiment.</summary>
    public sealed override string ToString() => Text;

    /// <summary>The faults of integers that are less than 1.</summary>
    protected static IEnumerable<string> TooSmall(params (int Value, string Name)[] settings) => settings
        .Where(setting => setting.Value < 1)
        .Select(setting => FormattableString.Invariant($"has {setting.Value} {setting.Name}; expected at least 1"));
}
