using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>
/// Writes out what a model stands for: its <c>variants</c> become models behind it, and a model with a <c>sweep</c> gives way to one
/// model for each point.
/// </summary>
/// <param name="faults">Takes the faults.</param>
internal sealed partial class ModelExpansion(Faults faults)
{
    private readonly Dictionary<string, ModelVariation> variations = new(StringComparer.Ordinal);

    /// <summary>Of each model that was written out, by name, what it came of.</summary>
    public IReadOnlyDictionary<string, ModelVariation> Variations => variations;

    /// <summary>The experiment with all models written out.</summary>
    public YamlMapping Apply(YamlMapping root) => root["models"] is YamlList models
        ? root.With(new YamlEntry("models", models.Place, models with { Items = [.. models.Items.SelectMany(WrittenOut)] }))
        : root;

    private IEnumerable<YamlNode> WrittenOut(YamlNode item)
    {
        if (item is not YamlMapping model || YamlMerge.NameOf(model) is not { Length: > 0 } name)
        {
            return [item];
        }

        var plain = model with { Entries = [.. model.Entries.Where(entry => entry.Key is not ("variants" or "sweep"))] };
        var (variants, sweep) = (Value("variants"), Value("sweep"));
        if ((variants ?? sweep) is not null && !new[] { "name", "title" }.All(key => Value(key)?.Text() is not null))
        {
            return [plain];
        }

        if (variants is not null && sweep is not null)
        {
            sweep.Fault("the model has variants, too; give a sweep and variants to two models");
        }

        return sweep is not null ? Points(plain, name, sweep)
            : variants is not null ? Variants(plain, name, variants).Prepend(plain)
            : [plain];

        YamlValue? Value(string key) =>
            model[key] is { IsNull: false } value ? new YamlValue(value, $"models.{name}.{key}", faults) : null;
    }

    private IEnumerable<YamlNode> Variants(YamlMapping model, string name, YamlValue variants)
    {
        if (variants.Node is not YamlMapping mapping)
        {
            variants.Wrong<YamlMapping>("names of variants, each with its settings, such as {no-decay: {training.weight_decay: 0}}");
            yield break;
        }

        foreach (var variant in mapping.Entries)
        {
            if (variant.Value is YamlMapping settings)
            {
                yield return Varied(
                    model, $"{name}-{variant.Key}", variant.Key.Replace('-', ' '), variant.KeyPlace, settings.Entries,
                    new ModelVariation(name, [], IsOfSweep: false));
            }
            else
            {
                (variants with { Node = variant.Value, Path = $"{variants.Path}.{variant.Key}" })
                    .Wrong<YamlMapping>("paths of settings and values, such as {training.weight_decay: 0}");
            }
        }
    }

    private IEnumerable<YamlNode> Points(YamlMapping model, string name, YamlValue sweep) =>
        SweepReader.Read(sweep).Select(point =>
        {
            string[] words = [.. point.Select(setting => $"{Short(setting, point)} {YamlWords.Of(setting.Value)}")];
            return Varied(
                model, $"{name}-{string.Join('-', words.Select(InName))}", string.Join(", ", words), sweep.Node.Place, point,
                new ModelVariation(name, [], IsOfSweep: true));
        });

    private YamlMapping Varied(
        YamlMapping model, string name, string words, Place place, IReadOnlyList<YamlEntry> settings, ModelVariation variation)
    {
        variations.TryAdd(name, variation with
        {
            Settings = [.. settings.Select(setting => KeyValuePair.Create(setting.Key, YamlWords.Of(setting.Value)))],
        });
        var title = ((YamlScalar)model["title"]!).Text;
        var varied = settings.Aggregate(
            model.With(Text("title", $"{title}, {words}", place)), (changed, setting) => Set(changed, setting));
        return WithoutEmptyLayers(varied).With(Text("name", name, place));
    }

    // A path begins at the model; messages have it from the top.
    private YamlMapping Set(YamlMapping model, YamlEntry setting)
    {
        var name = YamlMerge.NameOf(model)!;
        if (SettingPath.Parse(setting.Key) is not { } keys || !ExperimentFormat.VariedKeys.Contains(keys[0]))
        {
            faults.Add(setting.KeyPlace, $"models.{name}: found '{setting.Key}'; expected the path of a setting of the model, such as "
                + "training.learning_rate or layers.03.rate");
            return model;
        }

        var models = new YamlList([model], setting.KeyPlace);
        var root = new YamlMapping([new YamlEntry("models", setting.KeyPlace, models)], setting.KeyPlace);
        var changed = new SettingPath(["models", name, .. keys], setting.KeyPlace, faults).Replace(root, setting.Value);
        return changed["models"] is YamlList { Items: [YamlMapping only] } ? only : model;
    }

    // Numbers are those of the model's file until all settings are in.
    private static YamlMapping WithoutEmptyLayers(YamlMapping mapping) => mapping with
    {
        Entries = [.. mapping.Entries.Select(entry => entry.Value switch
        {
            YamlList layers when entry.Key == "layers" => entry with
            {
                Value = layers with
                {
                    Items = [.. layers.Items.Where(layer => !layer.IsNull)
                        .Select(layer => layer is YamlMapping inner ? WithoutEmptyLayers(inner) : layer)],
                },
            },
            YamlMapping inner => entry with { Value = WithoutEmptyLayers(inner) },
            _ => entry,
        })],
    };

    private static YamlEntry Text(string key, string text, Place place) => new(key, place, new YamlScalar(text, IsPlain: false, place));

    // What a name cannot hold becomes a hyphen: learning-rate-0-003.
    private static string InName(string words) => NotInName().Replace(words.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInName();

    // The last key of its path, where no other setting ends in it.
    private static string Short(YamlEntry setting, IReadOnlyList<YamlEntry> point) =>
        point.Count(other => LastKey(other) == LastKey(setting)) == 1 ? LastKey(setting) : setting.Key;

    private static string LastKey(YamlEntry setting) => setting.Key.Split('.')[^1];
}
