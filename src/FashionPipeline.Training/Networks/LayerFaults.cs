namespace FashionPipeline.Training.Networks;

/// <summary>What can be wrong with one layer, in words that follow the layer's name.</summary>
internal static class LayerFaults
{
    /// <summary>Settings out of range, whatever comes in.</summary>
    public static IEnumerable<string> OfSettings(Layer layer) => layer switch
    {
        Dense dense => TooSmall((dense.Units, "units")),
        Conv2D conv => TooSmall((conv.Filters, "filters"), (conv.KernelHeight, "rows of the kernel"), (conv.KernelWidth, "columns of the kernel")),
        MaxPool2D pool => TooSmall((pool.PoolHeight, "rows of the window"), (pool.PoolWidth, "columns of the window")),
        AveragePool2D pool => TooSmall((pool.PoolHeight, "rows of the window"), (pool.PoolWidth, "columns of the window")),
        Dropout { Rate: not (>= 0 and < 1) } dropout =>
            [FormattableString.Invariant($"has rate {dropout.Rate}; expected 0 up to, not including, 1 (0.2 zeroes a fifth of the values)")],
        _ => [],
    };

    /// <summary>What does not fit about the input, or null.</summary>
    public static string? OfInput(Layer layer, IReadOnlyList<int> input) => (layer, input.Count) switch
    {
        (Dense, not 1) => $"expects [features] but gets {Shapes.Text(input)}; put a flatten layer before it",
        (Conv2D or MaxPool2D or AveragePool2D, not 3) =>
            $"expects [height, width, channels] but gets {Shapes.Text(input)}; put it before the layers flatten and dense",
        (Conv2D { Padding: Padding.Valid } conv, _) when conv.KernelHeight > input[0] || conv.KernelWidth > input[1] =>
            FormattableString.Invariant($"has a kernel of {conv.KernelHeight}x{conv.KernelWidth}, larger than its input {Shapes.Text(input)}; use a smaller kernel or padding: same"),
        (MaxPool2D pool, _) => OfWindow(pool.PoolHeight, pool.PoolWidth, input),
        (AveragePool2D pool, _) => OfWindow(pool.PoolHeight, pool.PoolWidth, input),
        _ => null,
    };

    private static string? OfWindow(int height, int width, IReadOnlyList<int> input) => height > input[0] || width > input[1]
        ? FormattableString.Invariant($"has a window of {height}x{width}, larger than its input {Shapes.Text(input)}; use a smaller window or fewer layers before it")
        : null;

    private static IEnumerable<string> TooSmall(params (int Value, string Name)[] settings) => settings
        .Where(setting => setting.Value < 1)
        .Select(setting => FormattableString.Invariant($"has {setting.Value} {setting.Name}; expected at least 1"));
}
