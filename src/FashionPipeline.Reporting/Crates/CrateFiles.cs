using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FashionPipeline.Data;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Croissant;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Crates;

/// <summary>
/// The files of a crate. One in the report's folder goes by its path there; any other one by its digest, as RFC 6920 names what has no
/// place: <c>ni:///sha-256;...</c>.
/// </summary>
/// <param name="graph">Takes them.</param>
/// <param name="dataSet">Knows where published files are to be had.</param>
internal sealed class CrateFiles(CrateGraph graph, DataSet dataSet)
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <summary>The <c>@id</c>s of all files, in the order in which they were added.</summary>
    public IReadOnlyList<string> All => [.. ids.Values.Distinct(StringComparer.Ordinal)];

    /// <summary>The <c>@id</c> of a file that was added, by its name.</summary>
    public string this[string name] => ids[name];

    /// <summary>Adds a file of the report.</summary>
    /// <param name="path">Its path in the report's folder.</param>
    /// <param name="bytes">What is in it.</param>
    public string Add(string path, byte[] bytes) => ids[path] = graph.Add(Escape(path), () =>
        Describe(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length));

    /// <summary>Adds a file that a step has read or made.</summary>
    /// <param name="file">The file.</param>
    public string Add(StepFile file) => ids[file.Name] =
        graph.Add($"ni:///sha-256;{Base64Url.EncodeToString(Convert.FromHexString(file.Sha256))}", () =>
        {
            var json = Describe(file.Name, file.Sha256, file.Bytes);
            if (dataSet.Files.FirstOrDefault(published => published.Sha256 == file.Sha256) is { } published)
            {
                json.Add("license", dataSet.Attribution.Licence ?? dataSet.Licence);
                json.Add("exampleOfWork", CrateGraph.To(InputOf(published)));
                if (dataSet.Addresses.Any())
                {
                    json.Add("contentUrl", new JsonArray(
                        [.. dataSet.Addresses.Select(source => JsonValue.Create(source + published.Name))]));
                }
            }

            return json;
        });

    /// <summary>The <c>@id</c> of what a published file is to the workflow.</summary>
    public static string InputOf(DataFile file) => $"#input/{Escape(file.Name)}";

    /// <summary>A path as part of an address.</summary>
    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static JsonObject Describe(string name, string sha256, long bytes) => new()
    {
        ["@type"] = "File",
        ["name"] = name,
        ["encodingFormat"] = name == CroissantFile.FileName ? MediaType.LinkedData : MediaType.Of(name),
        ["contentSize"] = FormattableString.Invariant($"{bytes}"),
        ["sha256"] = sha256,
    };
}
