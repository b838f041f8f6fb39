using System.Runtime.ExceptionServices;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Does something with many items at the same time.</summary>
internal static class SideBySide
{
    /// <summary>Does it with each item; the first fault is thrown as it is, as a loop would.</summary>
    public static void ForEach<T>(IEnumerable<T> items, Action<T> work)
    {
        try
        {
            Parallel.ForEach(items, work);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
