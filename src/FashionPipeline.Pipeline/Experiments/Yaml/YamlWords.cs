namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>A value as one line, for a reader.</summary>
internal static class YamlWords
{
    /// <summary>The value: <c>0.3</c>, <c>[1, 2]</c>, <c>{rate: 0.3}</c>, or <c>null</c>.</summary>
    public static string Of(YamlNode node) => node switch
    {
        { IsNull: true } => "null",
        YamlScalar scalar => scalar.Text,
        YamlList list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value)}"))}}}",
        _ => throw new ArgumentException($"No words for {node}.", nameof(node)),
    };
}
