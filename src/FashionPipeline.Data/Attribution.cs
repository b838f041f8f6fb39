namespace FashionPipeline.Data;

/// <summary>
/// Whose a data set or an experiment is, and how others may use and cite it: what its file states, and nothing where it does not.
/// </summary>
public sealed record Attribution
{
    /// <summary>Of what states nothing.</summary>
    public static Attribution None { get; } = new();

    /// <summary>Names of the authors, in their order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Name of the organisation that publishes it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Address of the licence: <c>https://spdx.org/licenses/MIT</c>.</summary>
    public string? Licence { get; init; }

    /// <summary>When it was published: <c>2017-08-25</c>.</summary>
    public string? Date { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>Address of its page.</summary>
    public string? Url { get; init; }

    /// <summary>How it is cited, as BibTeX.</summary>
    public string? Citation { get; init; }
}
