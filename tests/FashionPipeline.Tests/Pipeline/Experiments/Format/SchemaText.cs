using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FashionPipeline.Pipeline.Experiments.Format;

namespace FashionPipeline.Tests.Pipeline.Experiments.Format;

/// <summary>
/// Sections as a JSON schema, draft 7: what editors complete, explain and check. Where a section may state only a part, as the rest is
/// inherited, what it has to state is asked for in files that extend none.
/// </summary>
internal static class SchemaText
{
    // What a file says of what it inherits.
    private static readonly string[] Edits = ["extends", "remove", "set"];

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of a file.</summary>
    /// <param name="title">What the file is.</param>
    /// <param name="root">Its top.</param>
    public static string Of(string title, DescribedSection root) => new JsonObject
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = title,
        ["allOf"] = Reference(root)["allOf"]!.DeepClone(),
        ["definitions"] = Properties(Sections(root).Select(section => (section.Name, Definition(section)))),
    }.ToJsonString(Indented) + "\n";

    /// <summary>A section and all that it holds, each before what it holds.</summary>
    public static IEnumerable<DescribedSection> Sections(DescribedSection root) => Inner(root).Prepend(root).Distinct();

    private static JsonObject Definition(DescribedSection section)
    {
        var isOneKey = section.OneOf.Count == section.Keys.Count;
        var schema = new JsonObject
        {
            ["description"] = section.Meaning,
            ["type"] = "object",
            ["properties"] = Properties(section.Settings.Select(setting => (setting.Name, Property(setting, isOneKey)))),
            ["additionalProperties"] = false,
        };
        if (isOneKey)
        {
            (schema["minProperties"], schema["maxProperties"]) = (1, 1);
        }
        else if (section.OneOf.Count > 0)
        {
            schema["oneOf"] = new JsonArray([.. section.OneOf.Select(group => One(group, section.OneOf))]);
        }

        if (section.Keys.Contains("extends"))
        {
            schema["anyOf"] = new JsonArray(
                new JsonObject { ["required"] = Texts("extends"), ["properties"] = Typed("string", "extends") },
                Whole(section, Typed("null", Edits)));
        }
        else if (Required(section).Where(name => !section.IsMerged || name == "name").ToList() is { Count: > 0 } required)
        {
            schema["required"] = Texts([.. required]); // a model is merged by its name
        }

        return schema;
    }

    private static JsonObject Property(SectionKey setting, bool isOneKey)
    {
        var schema = Schema(setting.Form);
        var property = new JsonObject { ["description"] = setting.Meaning };
        foreach (var (name, value) in (setting.IsRequired || isOneKey ? schema : OrNull(schema)).ToList())
        {
            property[name] = value?.DeepClone();
        }

        if (setting.Default is { } fallback)
        {
            property["default"] = JsonSerializer.SerializeToNode(fallback);
        }

        return property;
    }

    // The keys of one group have values, and the others have none; a key that is null counts as not there.
    private static JsonObject One(IReadOnlyList<string> group, IEnumerable<IReadOnlyList<string>> groups) => new()
    {
        ["required"] = Texts([.. group]),
        ["properties"] = Properties(groups.SelectMany(names => names).Select(name =>
            (name, new JsonObject { ["type"] = group.Contains(name) ? "object" : "null" }))),
    };

    // What must be there in a file that inherits nothing, at all depths.
    private static JsonObject Whole(DescribedSection section, JsonObject? properties = null)
    {
        properties ??= [];
        foreach (var setting in section.Settings)
        {
            JsonObject? inner = setting.Form switch
            {
                SectionForm { Section: { IsMerged: true } merged } => Whole(merged),
                ListForm { IsMerged: true, Item: SectionForm item } list => new()
                {
                    ["minItems"] = list.Minimum,
                    ["items"] = Whole(item.Section),
                },
                _ => null,
            };
            if (inner is { Count: > 0 })
            {
                inner["type"] = setting.Form is ListForm ? "array" : setting.IsRequired ? "object" : Texts("object", "null");
                properties[setting.Name] = inner;
            }
        }

        var whole = new JsonObject();
        if (Required(section).ToList() is { Count: > 0 } required)
        {
            whole["required"] = Texts([.. required]);
        }

        if (properties.Count > 0)
        {
            whole["properties"] = properties;
        }

        return whole;
    }

    private static JsonObject Schema(ValueForm form) => form switch
    {
        TextForm text => new() { ["type"] = "string", ["pattern"] = text.Pattern ?? @"\S" },
        IntegerForm integer => new() { ["type"] = "integer", ["minimum"] = integer.Minimum, ["maximum"] = integer.Maximum },
        NumberForm number => Number(number),
        ChoiceForm choice => new() { ["enum"] = Texts([.. choice.Choices]) },
        FalseForm => new() { ["enum"] = new JsonArray(false) },
        TruthForm => new() { ["type"] = "boolean" },
        EmptyForm => new() { ["type"] = Texts("null", "object"), ["additionalProperties"] = false },
        SectionForm { MayBeEmpty: true } section => OrNull(Reference(section.Section)),
        SectionForm section => Reference(section.Section),
        AlternativeForm alternative => new() { ["oneOf"] = new JsonArray([.. alternative.Forms.Select(Schema)]) },
        ListForm list => List(list),
        LayersForm => List(new(LayerFormat.Item) { Minimum = 1 }),
        MappingForm { Pattern: { } pattern } mapping => new()
        {
            ["type"] = "object",
            ["patternProperties"] = new JsonObject { [pattern] = OrNull(Schema(mapping.Value)) },
            ["additionalProperties"] = false,
        },
        MappingForm mapping => new() { ["type"] = "object", ["additionalProperties"] = OrNull(Schema(mapping.Value)) },
        SettingsForm settings => new()
        {
            ["type"] = "object",
            ["patternProperties"] = new JsonObject
            {
                [$@"^({string.Join('|', FirstKeys(settings))})(\.[^\s.\[\]]+)*$"] = settings.Range is { } range
                    ? new() { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "array", ["minItems"] = 1 }, Reference(range)) }
                    : new JsonObject(),
            },
            ["additionalProperties"] = false,
        },
        _ => throw new ArgumentException($"No schema for {form}.", nameof(form)),
    };

    private static IEnumerable<string> FirstKeys(SettingsForm form) =>
        form.IsOfModel ? ExperimentFormat.VariedKeys : ExperimentFormat.Experiment.Keys.Except(Edits);

    private static JsonObject Number(NumberForm form)
    {
        var schema = new JsonObject { ["type"] = "number", [form.IsAboveMinimum ? "exclusiveMinimum" : "minimum"] = form.Minimum };
        if (form.Maximum is { } maximum)
        {
            schema[form.IsBelowMaximum ? "exclusiveMaximum" : "maximum"] = maximum;
        }

        return schema;
    }

    private static JsonObject List(ListForm form)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Schema(form.Item) };
        if (form is { IsMerged: false, Minimum: > 0 })
        {
            schema["minItems"] = form.Minimum;
        }

        if (form.Maximum is { } maximum)
        {
            schema["maxItems"] = maximum;
        }

        if (form.IsDistinct)
        {
            schema["uniqueItems"] = true;
        }

        return schema;
    }

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is JsonValue type)
        {
            schema["type"] = Texts(type.GetValue<string>(), "null");
            return schema;
        }

        if (schema["enum"] is JsonArray choices)
        {
            choices.Add(null);
            return schema;
        }

        var forms = schema["oneOf"] is JsonArray alternatives ? alternatives.DeepClone().AsArray() : new JsonArray(schema);
        forms.Add(new JsonObject { ["type"] = "null" });
        return new() { ["oneOf"] = forms };
    }

    // In draft 7 nothing counts beside a reference.
    private static JsonObject Reference(DescribedSection section) =>
        new() { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{section.Name}" }) };

    private static IEnumerable<DescribedSection> Inner(DescribedSection section) =>
        section.Settings.SelectMany(setting => Inner(setting.Form)).SelectMany(Sections);

    private static IEnumerable<DescribedSection> Inner(ValueForm form) => form switch
    {
        SectionForm section => [section.Section],
        ListForm list => Inner(list.Item),
        MappingForm mapping => Inner(mapping.Value),
        AlternativeForm alternative => alternative.Forms.SelectMany(Inner),
        SettingsForm { Range: { } range } => [range],
        _ => [],
    };

    private static IEnumerable<string> Required(DescribedSection section) =>
        section.Settings.Where(setting => setting.IsRequired).Select(setting => setting.Name);

    private static JsonObject Typed(string type, params string[] names) =>
        Properties(names.Select(name => (name, new JsonObject { ["type"] = type })));

    private static JsonObject Properties(IEnumerable<(string Name, JsonObject Schema)> properties) =>
        new(properties.Select(property => KeyValuePair.Create<string, JsonNode?>(property.Name, property.Schema)));

    private static JsonArray Texts(params string[] texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
