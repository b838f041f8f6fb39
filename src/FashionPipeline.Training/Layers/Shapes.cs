namespace FashionPipeline.Training.Layers;

/// <summary>What layers say about shapes, which are without the batch.</summary>
internal static class Shapes
{
    /// <summary>A shape for a message: <c>[26, 26, 32]</c>.</summary>
    public static string Text(IReadOnlyList<int> shape) => $"[{string.Join(", ", shape)}]";

    /// <summary>What a layer over images says of an input that is none, or null where it is one.</summary>
    public static string? ImageFault(IReadOnlyList<int> input) => input.Count == 3
        ? null
        : $"expects [height, width, channels] but gets {Text(input)}; put it before the layers flatten and dense";

    /// <summary>What a layer of windows without overlap says of its input, or null where they fit.</summary>
    public static string? WindowFault(Size window, IReadOnlyList<int> input)
    {
        if (ImageFault(input) is { } fault)
        {
            return fault;
        }

        return window.Rows > input[0] || window.Columns > input[1]
            ? FormattableString.Invariant($"has a window of {window.Rows}x{window.Columns}, larger than its input {Text(input)}; ")
                + "use a smaller window or fewer layers before it"
            : null;
    }
}
