using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public sealed unsafe class CoresTests
{
    private const int Runs = 5000;
    private const int MostItems = 37;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Should_run_every_item_exactly_once(int count) => RequireEveryItemOnce(new Cores(count), Runs);

    [Fact]
    public void Should_run_every_item_exactly_once_while_others_run_theirs()
    {
        // Each of these has workers that may come late, from the pool that all of them share.
        Exception? fault = null;
        var threads = Enumerable.Range(2, 3).Select(count => new Thread(() =>
        {
            try
            {
                RequireEveryItemOnce(new Cores(count), Runs);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref fault, exception, null);
            }
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Null(fault);
    }

    [Fact]
    public void Should_run_every_item_where_the_pool_has_no_thread_to_spare()
    {
        // Not disposed: the pool may start some of these after the test.
        var gate = new ManualResetEventSlim();
        ThreadPool.GetMinThreads(out var threads, out _);
        for (var i = 0; i < threads; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => gate.Wait(), null);
        }

        try
        {
            RequireEveryItemOnce(new Cores(4), runs: 100);
        }
        finally
        {
            gate.Set();
        }
    }

    [Fact]
    public void Should_return_at_once_where_there_is_nothing_to_do()
    {
        var record = new Record();

        new Cores(3).Run(0, new CountWork(&record));

        Assert.Equal(0, record.Wrong);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Should_refuse_to_work_without_a_core(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => new Cores(count));

    // The arguments of each run lie elsewhere: a worker that were late and used an earlier run's would be seen.
    private static void RequireEveryItemOnce(Cores cores, int runs)
    {
        var records = stackalloc Record[2];
        for (var run = 0; run < runs; run++)
        {
            var record = records + (run % 2);
            *record = new Record { Workers = cores.Count, Items = 1 + (run * 7 % MostItems), Run = run };

            cores.Run(record->Items, new CountWork(record));

            for (var item = 0; item < MostItems; item++)
            {
                Assert.True(
                    record->Taken[item] == (item < record->Items ? 1 : 0),
                    $"Run {run} of {record->Items} items on {cores.Count} cores took item {item} {record->Taken[item]} times.");
            }

            Assert.Equal(0, record->Wrong);
        }
    }

    private readonly struct CountWork(Record* record) : IWork
    {
        public void Compute(int item, int worker)
        {
            if (item < 0 || item >= record->Items || worker < 0 || worker >= record->Workers)
            {
                Interlocked.Increment(ref record->Wrong);
                return;
            }

            // Some runs have items that take a while, so that workers find some to take.
            Thread.SpinWait(record->Run % 3 == 0 ? 100 : 0);
            Interlocked.Increment(ref record->Taken[item]);
        }
    }

    private struct Record
    {
        public int Workers;
        public int Items;
        public int Run;
        public int Wrong;
        public fixed int Taken[MostItems];
    }
}
