using System.Runtime.ExceptionServices;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Does something with many items at the same time.</summary>
internal static class SideBySide
{
    // Threads cost more than they save where there are fewer.
    private const int FewestItems = 100;

    /// <summary>Whether something holds for every item.</summary>
    public static bool All<T>(IReadOnlyCollection<T> items, Func<T, bool> holds)
    {
        var doesHold = true;
        ForEach(items, item =>
        {
            if (doesHold && !holds(item))
            {
                doesHold = false;
            }
        });
        return doesHold;
    }

    /// <summary>Does it with each item; the first fault is thrown as it is, as a loop would.</summary>
    public static void ForEach<T>(IReadOnlyCollection<T> items, Action<T> work)
    {
        if (items.Count < FewestItems)
        {
            foreach (var item in items)
            {
                work(item);
            }

            return;
        }

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
