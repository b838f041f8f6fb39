using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Training.Checkpoints;

/// <summary>What a safetensors file holds.</summary>
public sealed record SafeTensorsFile
{
    /// <summary>The tensors, sorted by name.</summary>
    public required IReadOnlyList<NamedTensor> Tensors { get; init; }

    /// <summary>Free texts about the file.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The numbers of one tensor.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="shape">The shape that it must have.</param>
    /// <param name="source">Name of the file for messages.</param>
    /// <exception cref="InputException">There is no such tensor, or it has another shape.</exception>
    public float[] Get(string name, IReadOnlyList<int> shape, string source)
    {
        var tensor = Tensors.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw Another($"there is no tensor '{name}'; found: {string.Join(", ", Tensors.Select(tensor => tensor.Name))}");
        return tensor.Shape.SequenceEqual(shape)
            ? tensor.Values
            : throw Another($"tensor '{name}' has shape [{string.Join(", ", tensor.Shape)}], expected [{string.Join(", ", shape)}]");

        InputException Another(string fault) => new($"{source}: {fault}. The weights belong to another network.");
    }
}
