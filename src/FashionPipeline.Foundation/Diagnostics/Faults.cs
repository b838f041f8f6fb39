namespace FashionPipeline.Foundation.Diagnostics;

/// <summary>Collects what is wrong, so that one message can name all of it.</summary>
public sealed class Faults
{
    private const int MostShown = 50;
    private const int LongestMessage = 500;

    private readonly HashSet<(Place Place, string Message)> found = [];

    /// <summary>How many were found so far.</summary>
    public int Count => found.Count;

    /// <summary>True where a file that should have been merged could not be read: what is missing may stand there.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>Records a fault.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="message">What was found, what was expected, what to do.</param>
    public void Add(Place place, string message) =>
        found.Add((place, message.Length <= LongestMessage ? message : message[..LongestMessage] + " ..."));

    /// <summary>Records that something is not there, unless it may stand in a file that could not be read.</summary>
    /// <param name="place">Where it should stand.</param>
    /// <param name="message">What is missing.</param>
    public void AddMissing(Place place, string message)
    {
        if (!IsIncomplete)
        {
            Add(place, message);
        }
    }

    /// <summary>Throws where a fault was recorded.</summary>
    /// <param name="subject">What was read: <c>Experiment 'quickstart'</c>.</param>
    /// <exception cref="InputException">One line a fault, sorted by file, line and column; of very many the first ones.</exception>
    public void ThrowIfAny(string subject)
    {
        if (found.Count == 0)
        {
            return;
        }

        var lines = found
            .OrderBy(fault => fault.Place.Source, StringComparer.Ordinal)
            .ThenBy(fault => fault.Place.Line)
            .ThenBy(fault => fault.Place.Column)
            .ThenBy(fault => fault.Message, StringComparer.Ordinal)
            .Take(MostShown)
            .Select(fault => $"{fault.Place}: {fault.Message}")
            .Concat(found.Count > MostShown ? [$"and {found.Count - MostShown} more"] : []);
        var count = found.Count == 1 ? "1 fault" : FormattableString.Invariant($"{found.Count} faults");
        throw new InputException($"{subject} has {count}:\n{string.Join('\n', lines)}");
    }
}
