using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// A residual block: activation(F(x) + shortcut(x)), where F is layers one after the other. The shortcut is x itself where F keeps its
/// shape; of images of another size or number of channels it is a projection, a convolution of 1x1 with the strides that fit. Source: He,
/// Zhang, Ren and Sun, Deep Residual Learning for Image Recognition (2015).
/// </summary>
/// <param name="Layers">The layers of F, at least one.</param>
/// <param name="Activation">Applied to the sum.</param>
public sealed record ResidualLayer(IReadOnlyList<Layer> Layers, Activation Activation = Activation.Linear) : Layer
{
    private const string ProjectionName = "projection";

    /// <summary>Names and settings.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "residual",
        KerasClass = "Residual",
        KerasName = "residual",
        Settings = [new LayersSetting("layers"), ChoiceSetting.Of("activation", Activation.Linear)],
        Create = values => new ResidualLayer(values.Layers("layers"), values.Choice<Activation>("activation")),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    /// <inheritdoc/>
    public override LayerValues Values => new() { { "layers", Layers }, { "activation", Activation } };

    internal override Activation OutputActivation => Activation;

    internal override int Numbers => 1 + Layers.Sum(layer => layer.Numbers);

    internal override IEnumerable<string> SettingFaults => Layers.Count == 0
        ? ["has no layers inside; expected at least one, such as conv2d: {filters: 32, kernel: 3, padding: same}"]
        : Layers.SelectMany((layer, i) => FaultsOf(layer).Select(fault => Inside(i, fault)));

    internal override string? PortableFault => Layers.Index()
        .Where(layer => layer.Item.PortableFault is not null)
        .Select(layer => Inside(layer.Index, layer.Item.PortableFault!)).FirstOrDefault();

    internal override string? InputFault(IReadOnlyList<int> input)
    {
        if (SettingFaults.Any())
        {
            return null;
        }

        var shape = input;
        foreach (var (i, layer) in Layers.Index())
        {
            if (layer.InputFault(shape) is { } fault)
            {
                return Inside(i, fault);
            }

            shape = layer.OutputShape(shape);
        }

        return shape.SequenceEqual(input) || Projection(input, shape) is not null
            ? null
            : $"makes {Shapes.Text(shape)} of {Shapes.Text(input)}, to which no shortcut leads; "
                + "let its layers keep the shape, or of images change the channels and, by strides, the size";
    }

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) =>
        Layers.Aggregate(input, (shape, layer) => layer.OutputShape(shape));

    internal override long Parameters(IReadOnlyList<int> input) => Inner(input).Sum(inner => inner.Layer.Parameters(inner.Input));

    internal override long NonTrainable(IReadOnlyList<int> input) => Inner(input).Sum(inner => inner.Layer.NonTrainable(inner.Input));

    internal override IReadOnlyList<InnerLayer> Inner(IReadOnlyList<int> input)
    {
        var names = LayerNames.Of(Layers);
        var inner = new List<InnerLayer>();
        var (shape, number) = (input, 1);
        foreach (var (i, layer) in Layers.Index())
        {
            inner.Add(new(names[i], layer, number, shape));
            (shape, number) = (layer.OutputShape(shape), number + layer.Numbers);
        }

        return shape.SequenceEqual(input) ? inner : [.. inner, new(ProjectionName, Projection(input, shape)!, 0, input)];
    }

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend)
    {
        var modules = Inner(input)
            .Select(inner => (inner.Name, Module: inner.Layer.Module(inner.Name, index + inner.Number, inner.Input, backend)))
            .ToList();
        return new ResidualModule(
            name,
            [.. modules.Take(Layers.Count)],
            modules.Skip(Layers.Count).Select(projection => projection.Module).FirstOrDefault(),
            Activation,
            backend);
    }

    /// <summary>Equal where the texts are, whatever lists hold the layers.</summary>
    public bool Equals(ResidualLayer? other) => Text == other?.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    // Of images, with the fewest strides that give the size.
    private static Conv2DLayer? Projection(IReadOnlyList<int> input, IReadOnlyList<int> output)
    {
        if (input.Count != 3 || output.Count != 3)
        {
            return null;
        }

        var strides = Enumerable.Range(1, Math.Min(input[0], input[1])).FirstOrDefault(strides =>
            Enumerable.Range(0, 2).All(side => Conv2DShape.OutputSize(input[side], kernel: 1, same: false, strides) == output[side]));
        return strides == 0 ? null : new Conv2DLayer(output[2], 1, 1, Strides: strides);
    }

    // Softmax stands for logits, to which nothing can be added.
    private static IEnumerable<string> FaultsOf(Layer layer) => layer.OutputActivation == Activation.Softmax
        ? layer.SettingFaults.Append("has the activation softmax, which belongs on the last layer only; use relu here")
        : layer.SettingFaults;

    private string Inside(int index, string fault) =>
        FormattableString.Invariant($"has inside {LayerNames.Of(Layers)[index]} (layer {index + 1}), which {fault}");
}
