using System.Security.Cryptography;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Texts;

namespace FashionPipeline.Pipeline.DataSets;

/// <summary>A file of <c>experiments/datasets/</c> as it is written by hand.</summary>
internal static class DataSetFile
{
    /// <summary>Its text.</summary>
    /// <param name="title">Name for readers.</param>
    /// <param name="description">Size and classes.</param>
    /// <param name="source">Where the files are: a folder as seen from the file's own, or a base URL.</param>
    /// <param name="files">The files.</param>
    public static string Text(
        string title, DataDescription description, string source, IReadOnlyDictionary<DataFileRole, FileContent> files) =>
        $"""
        # yaml-language-server: $schema=schema.json
        title: {YamlText.Of(title)}
        licence: not stated

        image: {DataSetText.Image(description.Shape)}
        label_names: {YamlText.List(description.LabelNames)}

        # Asked in this order, after the cache and the mirror; a file's name is appended.
        sources:
          - {YamlText.Of(source)}

        files:
        {string.Join('\n', files.OrderBy(file => file.Key).Select(file => File(file.Key, file.Value)))}

        """.ReplaceLineEndings("\n");

    private static string File(DataFileRole role, FileContent file) => FormattableString.Invariant(
        $"""
          {SnakeCase.Of(role)}:
            name: {YamlText.Of(file.Name)}
            bytes: {file.Bytes.LongLength}
            sha256: {Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}
        """);
}
