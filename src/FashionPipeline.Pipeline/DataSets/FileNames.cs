using System.Text.RegularExpressions;
using FashionPipeline.Data;

namespace FashionPipeline.Pipeline.DataSets;

/// <summary>What files are called that hold data sets.</summary>
internal static partial class FileNames
{
    /// <summary>Ends the name of an archive.</summary>
    public const string Archive = ".zip";

    /// <summary>Ends the name of a file of NumPy arrays.</summary>
    public const string Npz = ".npz";

    /// <summary>What else was called in the same way may be asked for behind a URL, where nothing can be listed; in this order.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<DataFileRole, string>> Usual { get; } =
    [
        Idx(".gz"),
        Idx(""),
        new Dictionary<DataFileRole, string> { [DataFileRole.TrainCsv] = "train.csv", [DataFileRole.TestCsv] = "test.csv" },
    ];

    /// <summary>What a file may be by its name; null where the name does not tell.</summary>
    public static DataFileRole? RoleOf(string name) =>
        name.EndsWith(Archive, StringComparison.OrdinalIgnoreCase) ? DataFileRole.Archive
        : name.EndsWith(Npz, StringComparison.OrdinalIgnoreCase) ? DataFileRole.Npz
        : CsvPattern().Match(name) is { Success: true } csv ? (IsTrain(csv) ? DataFileRole.TrainCsv : DataFileRole.TestCsv)
        : IdxPattern().Match(name) is { Success: true } idx ? (IsTrain(idx), IsImages(idx)) switch
        {
            (true, true) => DataFileRole.TrainImages,
            (true, false) => DataFileRole.TrainLabels,
            (false, true) => DataFileRole.TestImages,
            (false, false) => DataFileRole.TestLabels,
        }
        : null;

    private static Dictionary<DataFileRole, string> Idx(string ending) => new()
    {
        [DataFileRole.TrainImages] = "train-images-idx3-ubyte" + ending,
        [DataFileRole.TrainLabels] = "train-labels-idx1-ubyte" + ending,
        [DataFileRole.TestImages] = "t10k-images-idx3-ubyte" + ending,
        [DataFileRole.TestLabels] = "t10k-labels-idx1-ubyte" + ending,
    };

    private static bool IsTrain(Match match) => match.Groups["half"].Value.Equals("train", StringComparison.OrdinalIgnoreCase);

    private static bool IsImages(Match match) => match.Groups["what"].Value.Equals("images", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![A-Za-z])(?<half>train|test)(?![A-Za-z]).*\.csv\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CsvPattern();

    [GeneratedRegex(@"(?<![A-Za-z])(?<half>train|test|t10k)(?![A-Za-z]).*(?<what>images|labels).*ubyte(\.gz)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IdxPattern();
}
