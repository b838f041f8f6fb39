using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace FashionPipeline.Pipeline.Store;

/// <summary>All that a node's result depends on, component by component, so that a difference can be named.</summary>
public sealed record StageKey
{
    /// <summary>Begins the names of the components that are artifacts of other nodes.</summary>
    public const string InputPrefix = "input.";

    /// <summary>Name of the component that is the numeric environment.</summary>
    public const string EnvironmentName = "environment";

    /// <summary>Name of the component that is the code.</summary>
    public const string CodeName = "code";

    private string? hash;

    /// <summary>A key without components.</summary>
    public StageKey()
    {
    }

    // What is changed in a copy changes the hash.
    [SetsRequiredMembers]
    private StageKey(StageKey other) =>
        (Stage, Settings, Inputs, Code, Environment) = (other.Stage, other.Settings, other.Inputs, other.Code, other.Environment);

    /// <summary>The stage: <c>train</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>The settings by name, ordered.</summary>
    public required SortedDictionary<string, string> Settings { get; init; }

    /// <summary>SHA-256 of each input artifact by the input's name, ordered.</summary>
    public required SortedDictionary<string, string> Inputs { get; init; }

    /// <summary>Digest of the code that makes the result.</summary>
    public required string Code { get; init; }

    /// <summary>The numeric environment; null where the result does not depend on it.</summary>
    public string? Environment { get; init; }

    /// <summary>All components by name, ordered: settings by their own names, inputs behind <see cref="InputPrefix"/>.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Components
    {
        get
        {
            var components = new SortedDictionary<string, string>(Settings, StringComparer.Ordinal) { [CodeName] = Code };
            if (Environment is not null)
            {
                components.Add(EnvironmentName, Environment);
            }

            foreach (var (name, digest) in Inputs)
            {
                components.Add(InputPrefix + name, digest);
            }

            return components;
        }
    }

    /// <summary>The key of what is like this but for one setting.</summary>
    public StageKey Without(string setting) => this with
    {
        Settings = new(Settings.Where(other => other.Key != setting).ToDictionary(), StringComparer.Ordinal),
    };

    /// <summary>SHA-256 of all components, 64 lower-case hexadecimal digits.</summary>
    public string Hash() => hash ??= ComputeHash();

    private string ComputeHash()
    {
        var text = new StringBuilder();
        Append("stage", Stage);
        Append("code", Code);
        Append("environment", Environment ?? "");
        AppendAll("setting", Settings);
        AppendAll("input", Inputs);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // Lengths keep apart what would read alike: {"a": "b\nc"} and {"a": "b", "c": ""}.
        void Append(string name, string value) =>
            text.Append(name.Length).Append(':').Append(name).Append(value.Length).Append(':').Append(value).Append('\n');

        void AppendAll(string kind, SortedDictionary<string, string> values)
        {
            Append(kind, FormattableString.Invariant($"{values.Count}"));
            foreach (var (name, value) in values)
            {
                Append(name, value);
            }
        }
    }
}
