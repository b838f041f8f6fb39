using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Loop;

/// <summary>
/// Ends a training whose validation loss falls no more, and goes back to the epoch where it was lowest; the first one among equals.
/// Source: Prechelt, "Early stopping - but when?", in: Neural networks: tricks of the trade, 1998.
/// </summary>
/// <param name="patience">Epochs without a lower validation loss after which training ends; 0 for never.</param>
internal sealed class EarlyStopping(int patience)
{
    private const string Prefix = "best/";

    private IReadOnlyList<NamedTensor> best = [];

    /// <summary>Whether it is on.</summary>
    public bool IsOn => patience > 0;

    /// <summary>Whether training ends behind these epochs.</summary>
    public bool EndsBehind(IReadOnlyList<EpochMetrics> history) => IsOn && history.Count - Best(history) >= patience;

    /// <summary>The epochs up to the one that is gone back to: all of them where it is off.</summary>
    public IReadOnlyList<EpochMetrics> Kept(IReadOnlyList<EpochMetrics> history) => IsOn ? [.. history.Take(Best(history))] : history;

    /// <summary>Keeps the weights of the epoch that has just ended, the last one of these, where it is the best so far.</summary>
    public void Keep(IReadOnlyList<EpochMetrics> history, NetworkModule module)
    {
        if (IsOn && Best(history) == history.Count)
        {
            best = WeightsFile.Export(module);
        }
    }

    /// <summary>Gives the network the weights that were kept.</summary>
    public void GoBack(NetworkModule module)
    {
        if (IsOn)
        {
            WeightsFile.Import(module, File(best), "weights of the best epoch");
        }
    }

    /// <summary>A copy of the weights that are kept.</summary>
    public IEnumerable<NamedTensor> Export() => best.Select(weight => weight with { Name = Prefix + weight.Name });

    /// <summary>Takes over the weights that a training has kept.</summary>
    public void Import(SafeTensorsFile file) => best =
    [
        .. from tensor in file.Tensors
           where tensor.Name.StartsWith(Prefix, StringComparison.Ordinal)
           select tensor with { Name = tensor.Name[Prefix.Length..] },
    ];

    // Its number, from 1; 0 where no epoch is done.
    private static int Best(IReadOnlyList<EpochMetrics> history) => history.MinBy(epoch => epoch.ValidationLoss)?.Epoch ?? 0;

    private static SafeTensorsFile File(IReadOnlyList<NamedTensor> tensors) =>
        new() { Tensors = tensors, Metadata = new Dictionary<string, string>() };
}
