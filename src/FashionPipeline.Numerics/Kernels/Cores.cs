using System.Runtime.InteropServices;
using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Runs the items of a kernel on several cores. Items write to places of their own and are cut by shapes alone, so it changes no
/// bit which core takes which item, nor how many cores there are. One instance serves one kernel at a time; nothing is allocated per run.
/// </summary>
/// <remarks>
/// <para>Who writes what. The caller writes <c>compute</c>, <c>work</c> and <c>Unfinished</c>, and opens the run by writing
/// <c>Untaken</c> last: whoever takes an item finds all else in place. Caller and workers, which are threads of the pool, take items by
/// counting <c>Untaken</c> down until none is left, and then count <c>Unfinished</c> down by as many as they computed; the caller
/// returns when that is 0.</para>
/// <para>A worker that is late. It looks for items for a moment after its last one, and so may take an item of a later run. It reads
/// what to compute after it took the item; and a run whose item it has taken, but not counted, does not end: so what it reads is of the
/// item's own run.</para>
/// <para>Why no wake-up is lost. A worker is asleep (<c>awake</c> is 0) or looks for items. The caller wakes workers after it opened the
/// run. A worker that is about to fall asleep may miss that run; then the caller computes all of it by itself, as it never waits for an
/// item that nobody has taken. The caller sleeps on <c>finished</c>, which whoever counts <c>Unfinished</c> to 0 sets; it resets the
/// event before it looks at the count for the last time, so an event that was set in an earlier run costs a second look and no more.</para>
/// </remarks>
internal sealed unsafe class Cores
{
    // Kernels of a training follow each other within microseconds: a worker that looks that long need not be woken.
    private const int IdleLooks = 200;
    private const int PausesPerLook = 20;

    private const int LineLength = 64;

    // Threads at work in the whole process: where several trainings run, they share the cores instead of crowding them.
    private static int threadsAtWork;

    // Spins for a moment, then blocks: where cores are short, the worker that is waited for gets this one.
    private readonly ManualResetEventSlim finished = new();
    private readonly Worker[] workers;
    private delegate*<void*, int, int, void> compute;
    private void* work;
    private Counters counters;
    private volatile string? workerFault;

    /// <summary>Uses up to <paramref name="count"/> cores, at least 1.</summary>
    public Cores(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        workers = [.. Enumerable.Range(1, count - 1).Select(number => new Worker(this, number))];
        finished.Wait(millisecondsTimeout: 1); // the event makes its lock when it first blocks: here, and not in some run
    }

    /// <summary>How many cores are used at most.</summary>
    public int Count { get; }

    /// <summary>
    /// What this thread, or one that a worker got, does otherwise than IEEE 754; null for nothing. Such a worker takes no item.
    /// </summary>
    public string? FloatingPointFault => FloatingPointMode.Fault() ?? workerFault;

    /// <summary>Computes the items 0 … <paramref name="items"/> - 1, and returns when all are done.</summary>
    public void Run<TWork>(int items, TWork work)
        where TWork : unmanaged, IWork
    {
        if (items == 0)
        {
            return;
        }

        compute = &Compute<TWork>;
        this.work = &work;
        counters.Unfinished = items;
        Volatile.Write(ref counters.Untaken, items);

        Interlocked.Increment(ref threadsAtWork);
        for (var i = 0; i < Math.Min(workers.Length, items - 1); i++)
        {
            workers[i].Wake();
        }

        ComputeItems(worker: 0);

        // The event may still be set by the last worker of an earlier run, hence the second look.
        while (Volatile.Read(ref counters.Unfinished) > 0)
        {
            finished.Reset();
            if (Volatile.Read(ref counters.Unfinished) > 0)
            {
                finished.Wait();
            }
        }

        Interlocked.Decrement(ref threadsAtWork);
    }

    private static void Compute<TWork>(void* work, int item, int worker)
        where TWork : unmanaged, IWork => ((TWork*)work)->Compute(item, worker);

    /// <summary>Computes items until none is left to take; says whether there was one.</summary>
    private bool ComputeItems(int worker)
    {
        var computed = 0;
        while (TryTake(out var item))
        {
            compute(work, item, worker);
            computed++;
        }

        if (computed > 0 && Interlocked.Add(ref counters.Unfinished, -computed) == 0)
        {
            finished.Set();
        }

        return computed > 0;
    }

    private bool TryTake(out int item)
    {
        // The first look keeps workers without an item from counting far below 0.
        item = Volatile.Read(ref counters.Untaken) <= 0 ? -1 : Interlocked.Decrement(ref counters.Untaken);
        return item >= 0;
    }

    // A line of the cache for each: the one is counted down by all for each item, and the other one is not to wait for that.
    [StructLayout(LayoutKind.Explicit, Size = 3 * LineLength)]
    private struct Counters
    {
        [FieldOffset(LineLength)]
        public int Untaken;

        [FieldOffset(2 * LineLength)]
        public int Unfinished;
    }

    private sealed class Worker(Cores cores, int number) : IThreadPoolWorkItem
    {
        private int awake;

        /// <summary>Gives the worker a thread, unless it has one, or every processor is at work already.</summary>
        public void Wake()
        {
            if (Interlocked.CompareExchange(ref awake, 1, 0) != 0)
            {
                return;
            }

            if (Interlocked.Increment(ref threadsAtWork) > Environment.ProcessorCount)
            {
                Sleep();
                return;
            }

            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public void Execute()
        {
            if (FloatingPointMode.Fault() is { } fault)
            {
                cores.workerFault = fault;
                Sleep();
                return;
            }

            for (var looks = 0; looks < IdleLooks; looks++)
            {
                if (cores.ComputeItems(number))
                {
                    looks = 0;
                }

                Thread.SpinWait(PausesPerLook);
            }

            Sleep();
        }

        private void Sleep()
        {
            Interlocked.Decrement(ref threadsAtWork);
            Volatile.Write(ref awake, 0);
        }
    }
}
