namespace FashionPipeline.Benchmarks.Growth;

/// <summary>One thing whose cost is measured at several sizes.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Axis">What grows.</param>
/// <param name="Sizes">The sizes, ascending.</param>
/// <param name="Workload">Does it once; see <see cref="Workloads"/>.</param>
internal sealed record Series(string Name, string Axis, IReadOnlyList<int> Sizes, Action<WorkloadInput> Workload)
{
    private const string Images = "images";
    private const string Runs = "runs";
    private const string Points = "points";

    /// <summary>The axis of the series that use more and more cores for the same work.</summary>
    public const string Cores = "cores";

    private static readonly int[] ImageCounts = [1_000, 3_000, 10_000, 30_000, 60_000];
    private static readonly int[] RunCounts = [1, 2, 4, 8];
    private static readonly int[] PointCounts = [1_000, 2_000, 5_000, 10_000, 20_000];

    private static int[] CoreCounts => [.. Machine.CoreCounts];

    /// <summary>All series.</summary>
    public static IReadOnlyList<Series> All { get; } =
    [
        new("train the dense network, 1 epoch", Images, ImageCounts, input => Workloads.Train(input, "mlp", input.Size)),
        new("train the convolutional network, 1 epoch", Images, ImageCounts, input => Workloads.Train(input, "cnn", input.Size)),
        new("train the dense network, 3,000 images, one seed after the other", Runs, RunCounts, input =>
            Workloads.TrainRuns(input, jobs: 1)),
        new("train the dense network, 3,000 images, two seeds at a time", Runs, RunCounts, input => Workloads.TrainRuns(input, jobs: 2)),
        new("nearest neighbours", Points, PointCounts, input => Workloads.FindNeighbours(input, input.Size)),
        new("spectral embedding", Points, PointCounts, input => Workloads.Embed(input, input.Size)),
        new("train the dense network, 10,000 images", Cores, CoreCounts, input => Workloads.Train(input, "mlp", 10_000)),
        new("train the convolutional network, 10,000 images", Cores, CoreCounts, input => Workloads.Train(input, "cnn", 10_000)),
        new("nearest neighbours of 10,000 points", Cores, CoreCounts, input => Workloads.FindNeighbours(input, 10_000)),
    ];
}
