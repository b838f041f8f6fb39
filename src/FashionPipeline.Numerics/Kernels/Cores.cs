using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Runs the items of a kernel on several cores. Items write to places of their own and are cut by shapes alone, so it changes no
/// bit which core takes which item, nor how many cores there are. One instance serves one kernel at a time; nothing is allocated per run.
/// </summary>
/// <remarks>
/// A run is opened by setting <c>untaken</c> to the number of its items, and last: whoever takes one finds all else in place. The
/// caller and its workers, threads of the pool, take items by counting <c>untaken</c> down until none is left, and count
/// <c>unfinished</c> down when one is computed; the caller returns when that is 0. A worker looks for items for a moment after its
/// last one, and so may take an item of a later run: it reads what to compute after it took the item, and a run does not end
/// before its last item.
/// </remarks>
internal sealed unsafe class Cores
{
    // Kernels of a training follow each other within microseconds: a worker that looks that long need not be woken.
    private const int IdleLooks = 200;
    private const int PausesPerLook = 20;

    // Threads at work in the whole process: where several trainings run, they share the cores instead of crowding them.
    private static int threadsAtWork;

    // Spins for a moment, then blocks: where cores are short, the worker that is waited for gets this one.
    private readonly ManualResetEventSlim finished = new();
    private readonly Worker[] workers;
    private delegate*<void*, int, int, void> compute;
    private void* work;
    private int untaken;
    private int unfinished;
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
        unfinished = items;
        Volatile.Write(ref untaken, items);

        Interlocked.Increment(ref threadsAtWork);
        for (var i = 0; i < Math.Min(workers.Length, items - 1); i++)
        {
            workers[i].Wake();
        }

        while (TryComputeItem(worker: 0))
        {
        }

        // The event may still be set by the last worker of an earlier run, hence the second look.
        while (Volatile.Read(ref unfinished) > 0)
        {
            finished.Reset();
            if (Volatile.Read(ref unfinished) > 0)
            {
                finished.Wait();
            }
        }

        Interlocked.Decrement(ref threadsAtWork);
    }

    private static void Compute<TWork>(void* work, int item, int worker)
        where TWork : unmanaged, IWork => ((TWork*)work)->Compute(item, worker);

    private bool TryComputeItem(int worker)
    {
        // The first look keeps workers without an item from counting far below 0.
        if (Volatile.Read(ref untaken) <= 0 || Interlocked.Decrement(ref untaken) is var item && item < 0)
        {
            return false;
        }

        compute(work, item, worker);
        if (Interlocked.Decrement(ref unfinished) == 0)
        {
            finished.Set();
        }

        return true;
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
                while (cores.TryComputeItem(number))
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
