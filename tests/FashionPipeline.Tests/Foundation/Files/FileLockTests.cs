using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Tests.Pipeline.Store;

public sealed class FileLockTests
{
    [Fact]
    public void Should_not_wait_for_a_store_that_cannot_be_written()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["lock"]); // a folder where the lock should be: nobody will let go of it

        Assert.ThrowsAny<SystemException>(() => FileLock.Take(folder["lock"], () => { }));
    }

    [Fact]
    public async Task Should_wait_for_whoever_has_the_store_and_say_so()
    {
        using var folder = new TemporaryFolder();
        var waiting = new TaskCompletionSource();
        var first = FileLock.Take(folder["lock"], () => { });

        var second = Task.Run(() => FileLock.Take(folder["lock"], () => waiting.TrySetResult()), TestContext.Current.CancellationToken);
        await waiting.Task;
        Assert.False(second.IsCompleted);
        first.Dispose();

        (await second).Dispose();
    }
}
