using System.Security.Cryptography;
using System.Text;

namespace FashionPipeline.Pipeline.Store;

/// <summary>All that a stage's result depends on, component by component, so that a difference can be named.</summary>
public sealed class StageKey
{
    /// <summary>Begins the names of the components that are artifacts of other stages.</summary>
    public const string InputPrefix = "input.";

    private readonly SortedDictionary<string, string> components = new(StringComparer.Ordinal);

    /// <summary>The components in ordinal order of their names.</summary>
    public IReadOnlyDictionary<string, string> Components => components;

    /// <summary>SHA-256 of the components.</summary>
    public string Hash
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, value) in components)
            {
                // Lengths keep apart what would read alike: {"a": "b\nc"} and {"a": "b", "c": ""}.
                text.Append(name.Length).Append(':').Append(name).Append(value.Length).Append(':').Append(value).Append('\n');
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>Adds a component and returns this key.</summary>
    /// <exception cref="ArgumentException">There is a component of this name.</exception>
    public StageKey With(string name, object value)
    {
        components.Add(name, FormattableString.Invariant($"{value}"));
        return this;
    }

    /// <summary>Adds an input artifact.</summary>
    public StageKey With(string name, Artifact input) => With(InputPrefix + name, input.Sha256);

    /// <summary>Adds several components under one prefix.</summary>
    public StageKey With(string prefix, IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (name, value) in values)
        {
            With($"{prefix}.{name}", value);
        }

        return this;
    }
}
