using FashionPipeline.Data;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>Whose a data set or an experiment is, as its file writes it below <c>attribution</c>.</summary>
internal static class AttributionText
{
    /// <summary>What is stated, and nothing for what is not.</summary>
    /// <param name="path">Where it stands: <c>data_set.attribution</c>.</param>
    /// <param name="attribution">The statements.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(string path, Attribution attribution) =>
        new (string Name, string? Value)[]
        {
            ("authors", attribution.Authors.Count > 0 ? YamlText.List(attribution.Authors) : null),
            ("publisher", attribution.Publisher),
            ("licence", attribution.Licence),
            ("date", attribution.Date),
            ("version", attribution.Version),
            ("url", attribution.Url),
            ("citation", attribution.Citation),
        }
        .Where(setting => setting.Value is not null)
        .Select(setting => KeyValuePair.Create($"{path}.{setting.Name}", setting.Value!));
}
