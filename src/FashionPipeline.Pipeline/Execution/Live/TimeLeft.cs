namespace FashionPipeline.Pipeline.Execution.Live;

/// <summary>
/// How long the nodes of a plan still take, by what they cost when they ran last and, of those under way, by how far they are. Safe to
/// use from several threads.
/// </summary>
/// <param name="due">The nodes that have to run, with their seconds; null where nobody knows.</param>
/// <param name="jobs">Nodes that may run at the same time, at least 1.</param>
/// <param name="clock">The clock.</param>
public sealed class TimeLeft(IReadOnlyDictionary<string, double?> due, int jobs, TimeProvider clock)
{
    // Of less, nothing can be told.
    private const double LeastShare = 0.02;

    private readonly Lock gate = new();
    private readonly HashSet<string> waiting = new(due.Keys, StringComparer.Ordinal);
    private readonly Dictionary<string, (long Start, double Share)> running = new(StringComparer.Ordinal);
    private int done;

    /// <summary>Nodes that had to run and have.</summary>
    public int Done
    {
        get
        {
            lock (gate)
            {
                return done;
            }
        }
    }

    /// <summary>Nodes that have to run, or had to.</summary>
    public int Total
    {
        get
        {
            lock (gate)
            {
                return done + running.Count + waiting.Count;
            }
        }
    }

    /// <summary>Seconds until the last node ends; null where of one that is left nobody knows.</summary>
    public double? Seconds
    {
        get
        {
            lock (gate)
            {
                var pending = waiting.Sum(id => due[id] ?? double.NaN);
                var underWay = running.Select(node => LeftOf(node.Key, node.Value)).ToList();
                var seconds = Math.Max(underWay.DefaultIfEmpty().Max(), (pending + underWay.Sum()) / jobs);
                return double.IsNaN(seconds) ? null : seconds;
            }
        }
    }

    /// <summary>A node begins.</summary>
    public void Begin(string id)
    {
        lock (gate)
        {
            waiting.Remove(id);
            running[id] = (clock.GetTimestamp(), 0);
        }
    }

    /// <summary>A node is so far.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="share">What is done of its work in this run, 0 to 1.</param>
    public void Reach(string id, double share)
    {
        lock (gate)
        {
            if (running.TryGetValue(id, out var node))
            {
                running[id] = (node.Start, share);
            }
        }
    }

    /// <summary>A node has ended.</summary>
    public void End(string id)
    {
        lock (gate)
        {
            done += running.Remove(id) ? 1 : 0;
        }
    }

    /// <summary>A node need not run after all.</summary>
    public void Spare(string id)
    {
        lock (gate)
        {
            waiting.Remove(id);
        }
    }

    private double LeftOf(string id, (long Start, double Share) node)
    {
        var elapsed = clock.GetElapsedTime(node.Start).TotalSeconds;
        return node.Share >= LeastShare ? elapsed * (1 - node.Share) / node.Share
            : due.GetValueOrDefault(id) is { } seconds ? Math.Max(0, seconds - elapsed)
            : double.NaN;
    }
}
