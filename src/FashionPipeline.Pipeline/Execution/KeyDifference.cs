using System.Collections.Concurrent;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Lists what differs between two keys of a node.</summary>
/// <param name="listing">The list behind a fingerprint of code; null where nobody has it.</param>
/// <param name="upstream">
/// Who made an input of a node, and why it differs; of the node's name, the input's name, and the digests before and now.
/// </param>
public sealed class KeyDifference(
    Func<string, CodeListing?> listing, Func<string, string, string, string, (string? Maker, IReadOnlyList<Cause> Because)> upstream)
{
    private const string ModelPrefix = "model.";

    private readonly ConcurrentDictionary<(string Before, string Now), IReadOnlyList<Cause>> codeCauses = [];

    /// <summary>All causes, ordered by name; inputs come last.</summary>
    /// <param name="id">Name of the node.</param>
    /// <param name="before">The key that it had.</param>
    /// <param name="now">The key that it has.</param>
    public IReadOnlyList<Cause> Of(string id, StageKey before, StageKey now)
    {
        var (old, value) = (before.Components, now.Components);
        var changed = Changed(before, now).ToLookup(name => name.StartsWith(StageKey.InputPrefix, StringComparison.Ordinal));
        List<Cause> causes =
        [
            .. changed[false].SelectMany(name => name == StageKey.CodeName ? CodeCausesOnce(before.Code, now.Code) : Own(name)),
            .. changed[true].Where(name => old.ContainsKey(name) && value.ContainsKey(name)).Select(Input),
        ];

        // That there are more or fewer inputs follows from a setting, unless nothing else differs.
        return causes.Count > 0 ? causes : [.. changed[true].Select(Input)];

        // Of a layer of the same kind, the settings that differ, by the paths by which they are set.
        IEnumerable<Cause> Own(string name)
        {
            var (earlier, later) = (old.GetValueOrDefault(name), value.GetValueOrDefault(name));
            var kind = name == StageKey.EnvironmentName ? CauseKind.Environment : CauseKind.Setting;
            return LayerText.Of(earlier) is { } layer && LayerText.Of(later) is { } changed && layer.Kind == changed.Kind
                ? layer.Settings.Keys.Union(changed.Settings.Keys)
                    .Select(setting => new Cause
                    {
                        Kind = kind,
                        Name = $"{Called(id, name)}.{setting}",
                        Before = layer.Settings.GetValueOrDefault(setting),
                        Now = changed.Settings.GetValueOrDefault(setting),
                    })
                    .Where(cause => cause.Before != cause.Now)
                : [new Cause { Kind = kind, Name = Called(id, name), Before = earlier, Now = later }];
        }

        Cause Input(string name)
        {
            var (earlier, later) = (old.GetValueOrDefault(name), value.GetValueOrDefault(name));
            var input = name[StageKey.InputPrefix.Length..];
            var (maker, because) = earlier is null || later is null ? (null, []) : upstream(id, input, earlier, later);
            return new() { Kind = CauseKind.Input, Name = input, Before = earlier, Now = later, Maker = maker, Because = because };
        }
    }

    /// <summary>Names of the components that differ, ordered.</summary>
    public static IEnumerable<string> Changed(StageKey before, StageKey now)
    {
        var (old, value) = (before.Components, now.Components);
        return old.Keys.Union(value.Keys).Where(name => old.GetValueOrDefault(name) != value.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal);
    }

    // Thousands of nodes run the same code.
    private IReadOnlyList<Cause> CodeCausesOnce(string before, string now) =>
        codeCauses.GetOrAdd((before, now), code => [.. CodeCauses(code.Before, code.Now)]);

    // Members of types, and embedded files, by their names; packages by their versions.
    private IEnumerable<Cause> CodeCauses(string before, string now)
    {
        if (listing(before) is not { } old || listing(now) is not { } value)
        {
            return [new() { Kind = CauseKind.Code, Name = "", Before = before, Now = now }];
        }

        return value.ChangedFrom(old).OrderBy(CodeListing.IsPackage).Select(part => new Cause
        {
            Kind = CodeListing.IsPackage(part) ? CauseKind.Package : CauseKind.Code,
            Name = CodeListing.Shown(part),
            Before = old.Parts.GetValueOrDefault(part),
            Now = value.Parts.GetValueOrDefault(part),
        });
    }

    // Of a run, "model.layers.03" belongs to the model that the run's name holds: "models.mlp.layers.03", as the experiment's file says.
    private static string Called(string id, string component) =>
        id.Split('/') is [_, var model, ..] && component.StartsWith(ModelPrefix, StringComparison.Ordinal)
        ? $"models.{model}.{component[ModelPrefix.Length..]}"
        : component;
}
