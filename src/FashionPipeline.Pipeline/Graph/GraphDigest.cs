using System.Security.Cryptography;
using System.Text;

namespace FashionPipeline.Pipeline.Graph;

/// <summary>
/// A digest of all that a graph's results follow from: settings, code and environment of each node, and what reads what. Two graphs with
/// one digest make the same, whatever else differs in their experiments' files or in the program.
/// </summary>
public static class GraphDigest
{
    /// <summary>The digest in lower-case hexadecimal digits.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="fingerprint">The fingerprint of the code behind an entry type.</param>
    public static string Of(StageGraph graph, Func<Type, string> fingerprint)
    {
        var text = new StringBuilder();
        foreach (var node in graph.Nodes)
        {
            Append([node.Id, fingerprint(node.Work.GetType()), node.Work.Environment ?? ""]);
            Append(node.Work.Settings.SelectMany(setting => new[] { setting.Key, setting.Value }));
            Append(node.Inputs.SelectMany(input => new[] { input.Key, input.Value.ToString() }));
            Append(node.Work.Published.SelectMany(file => new[] { file.Key, file.Value.Sha256 }));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // Lengths keep apart what would read alike.
        void Append(IEnumerable<string> parts) => text.AppendJoin("", parts.Select(part => $"{part.Length}:{part}")).Append('\n');
    }
}
