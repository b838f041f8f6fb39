using System.Runtime.ExceptionServices;

namespace FashionPipeline.Pipeline.Sharing;

/// <summary>Sends or fetches several things at the same time.</summary>
internal static class Transfers
{
    // Most of a transfer is waiting for an answer; more of them and a server asks for patience.
    private const int AtOnce = 4;

    /// <summary>Does it with each item; after a fault no other one begins, and the first is thrown as it is.</summary>
    public static void ForEach<T>(IReadOnlyCollection<T> items, Action<T> transfer)
    {
        try
        {
            Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, transfer);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
