using System.Globalization;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Names of an experiment's nodes.</summary>
internal static class NodeNames
{
    /// <summary>The published files.</summary>
    public const string Download = "download";

    /// <summary>The images.</summary>
    public const string Preprocess = "preprocess";

    /// <summary>The selection.</summary>
    public const string Select = "select";

    /// <summary>The embedding.</summary>
    public const string Embed = "embed";

    /// <summary>The report.</summary>
    public const string Report = "report";

    /// <summary>The training of a run: <c>train/mlp/12345</c>.</summary>
    public static string Train(string model, ulong seed) => Train(model, seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>The training of a run whose seed is a text.</summary>
    public static string Train(string model, string seed) => $"train/{model}/{seed}";

    /// <summary>The evaluation of a run: <c>evaluate/mlp/12345</c>.</summary>
    public static string Evaluate(string model, ulong seed) => Evaluate(model, seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>The evaluation of a run whose seed is a text.</summary>
    public static string Evaluate(string model, string seed) => $"evaluate/{model}/{seed}";
}
