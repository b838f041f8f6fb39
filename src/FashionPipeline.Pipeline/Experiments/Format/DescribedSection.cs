namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>
/// A section with what its keys mean and may hold. Readers take bounds and choices from it; tests compare it with the schemas and with the
/// reference in <c>experiments/README.md</c>. Code that makes results does not reach it: other words here run nothing again.
/// </summary>
public sealed record DescribedSection : Section
{
    /// <param name="name">Its name.</param>
    /// <param name="meaning">What it is, in a sentence.</param>
    /// <param name="settings">Its keys in order.</param>
    public DescribedSection(string name, string meaning, params IReadOnlyList<SectionKey> settings)
        : base(name, [.. settings.Select(setting => setting.Name)]) => (Meaning, Settings) = (meaning, settings);

    /// <summary>What it is, in a sentence.</summary>
    public string Meaning { get; }

    /// <summary>Its keys in order.</summary>
    public IReadOnlyList<SectionKey> Settings { get; }

    /// <summary>
    /// True where a file that extends another one may state a part of it, as it is merged with what is inherited. What must be there is
    /// then asked for in a file that extends none.
    /// </summary>
    public bool IsMerged { get; init; }

    /// <summary>Groups of keys, of which exactly one stands in it, as a whole; none where there is no such rule.</summary>
    public IReadOnlyList<IReadOnlyList<string>> OneOf { get; init; } = [];

    /// <summary>What may stand at a key.</summary>
    /// <exception cref="InvalidOperationException">It is no key of the section.</exception>
    public ValueForm Form(string key) => Settings.Single(setting => setting.Name == key).Form;
}
