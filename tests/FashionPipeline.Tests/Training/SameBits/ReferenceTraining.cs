using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Tests.Training.SameBits;

/// <summary>The short training with nothing switched off, once for all tests that compare with it.</summary>
public sealed class ReferenceTraining : IAsyncLifetime
{
    internal IReadOnlyList<NamedTensor> Tensors { get; private set; } = [];

    public async ValueTask InitializeAsync() => Tensors = await ShortTraining.InProcess([], new Dictionary<string, string>());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
