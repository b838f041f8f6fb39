using System.Globalization;
using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Training.Checkpoints;

/// <summary>The state of a training between two epochs: all that the rest of it depends on.</summary>
internal sealed record Checkpoint
{
    /// <summary>Hash of what is being trained; a checkpoint of anything else is of no use.</summary>
    public required string Settings { get; init; }

    /// <summary>One entry for each epoch that is done.</summary>
    public required IReadOnlyList<EpochMetrics> History { get; init; }

    /// <summary>Steps that the optimiser has taken.</summary>
    public required long Steps { get; init; }

    /// <summary>
    /// Weights, what the optimiser keeps of each (<c>adam.first/</c>), and those of the best epoch where training may end early
    /// (<c>best/</c>).
    /// </summary>
    public required SafeTensorsFile State { get; init; }

    /// <summary>Writes the checkpoint under its name only once it is whole and on disk.</summary>
    /// <exception cref="InputException">The folder cannot be written to, or is full.</exception>
    public void Save(string path)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["settings"] = Settings,
            ["history"] = JsonSerializer.Serialize(History),
            ["steps"] = Steps.ToString(CultureInfo.InvariantCulture),
        };
        try
        {
            SealedFile.Write(path, SafeTensors.Write(State.Tensors, metadata));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The checkpoint {path} cannot be written: {e.Message}\nFree space or make the folder writable, then run once more.", e);
        }
    }

    /// <summary>The checkpoint at <paramref name="path"/>, or null where it is damaged, or of other settings.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static Checkpoint? Load(string path, string settings)
    {
        if (SealedFile.Read(path) is not { } content)
        {
            return null;
        }

        var state = SafeTensors.Read(content, path);
        return state.Metadata["settings"] != settings
            ? null
            : new Checkpoint
            {
                Settings = settings,
                History = JsonSerializer.Deserialize<List<EpochMetrics>>(state.Metadata["history"]) ?? [],
                Steps = long.Parse(state.Metadata["steps"], CultureInfo.InvariantCulture),
                State = state,
            };
    }
}
