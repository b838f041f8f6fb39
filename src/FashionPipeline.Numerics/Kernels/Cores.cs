namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Runs the items of a kernel on several cores. Items write to places of their own and are cut by shapes alone, so it changes no
/// bit which core takes which item, nor how many cores there are. One instance serves one kernel at a time; nothing is allocated per run.
/// </summary>
internal sealed unsafe class Cores
{
    // Kernels of a training follow each other within microseconds: a worker that waits that long need not be woken.
    private const int LingerSpins = 200;
    private const int PausesPerSpin = 20;

    // Threads at work in the whole process: where several trainings run, they share the cores instead of crowding them.
    private static int busy;

    // Spins for a moment, then blocks: where cores are short, the worker that is waited for gets this one.
    private readonly ManualResetEventSlim finished = new();
    private readonly Worker[] workers;
    private delegate*<void*, int, int, void> body;
    private void* arguments;
    private int remaining;
    private int unfinished;

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
    /// Calls <paramref name="body"/> for each item 0 … <paramref name="items"/> - 1, with the number of the worker that took it
    /// (0 … <see cref="Count"/> - 1), and returns when all are done. The body must not throw.
    /// </summary>
    public void Run<T>(int items, delegate*<T*, int, int, void> body, T* arguments)
        where T : unmanaged
    {
        if (items == 0)
        {
            return;
        }

        this.body = (delegate*<void*, int, int, void>)body;
        this.arguments = arguments;
        unfinished = items;
        Volatile.Write(ref remaining, items);

        Interlocked.Increment(ref busy);
        for (var i = 0; i < Math.Min(workers.Length, items - 1); i++)
        {
            workers[i].Call();
        }

        while (TakeItem(0))
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

        Interlocked.Decrement(ref busy);
    }

    // A worker that is late takes an item of a later run, or none: what it runs is read after the item is taken, and a run does
    // not end before its last item.
    private bool TakeItem(int worker)
    {
        if (Volatile.Read(ref remaining) <= 0)
        {
            return false;
        }

        var item = Interlocked.Decrement(ref remaining);
        if (item < 0)
        {
            return false;
        }

        body(arguments, item, worker);
        if (Interlocked.Decrement(ref unfinished) == 0)
        {
            finished.Set();
        }

        return true;
    }

    private sealed class Worker(Cores cores, int number) : IThreadPoolWorkItem
    {
        private int called;

        public void Call()
        {
            if (Interlocked.CompareExchange(ref called, 1, 0) != 0)
            {
                return;
            }

            if (Interlocked.Increment(ref busy) > Environment.ProcessorCount)
            {
                Interlocked.Decrement(ref busy);
                Volatile.Write(ref called, 0);
                return;
            }

            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public void Execute()
        {
            for (var spins = 0; spins < LingerSpins; spins++)
            {
                while (cores.TakeItem(number))
                {
                    spins = 0;
                }

                Thread.SpinWait(PausesPerSpin);
            }

            Interlocked.Decrement(ref busy);
            Volatile.Write(ref called, 0);
        }
    }
}
