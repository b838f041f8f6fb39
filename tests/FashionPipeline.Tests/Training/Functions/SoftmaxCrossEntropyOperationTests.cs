using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>
/// Loss and probabilities by our own kernels and by libtorch, two independent implementations of one formula, and against differences of
/// the formula in double.
/// </summary>
public class SoftmaxCrossEntropyOperationTests
{
    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(64, 10, 3)]
    [InlineData(33, 19, 50)]
    public void Should_agree_on_softmax_cross_entropy(int batch, int classes, float scale)
    {
        var logits = Input.Random(1, batch, classes);
        int[] labels = [.. Enumerable.Range(0, batch).Select(i => i * 7 % classes)];

        Agreement.Require(
            (backend, t) => SoftmaxCrossEntropyOperation.Loss(t[0], labels, backend),
            logits with { Values = [.. logits.Values.Select(value => scale * value)] });
    }

    [Theory]
    [InlineData(64, 10, 0.1)]
    [InlineData(33, 19, 0.5)]
    public void Should_agree_on_smoothed_labels(int batch, int classes, double smoothing)
    {
        int[] labels = [.. Enumerable.Range(0, batch).Select(i => i * 7 % classes)];

        Agreement.Require(
            (backend, t) => SoftmaxCrossEntropyOperation.Loss(t[0], labels, backend, smoothing), Input.Random(1, batch, classes));
    }

    [Fact]
    public void Should_agree_on_probabilities()
    {
        var logits = Input.Random(1, 50, 10);

        var portable = Probabilities(Agreement.Portable);

        Agreement.RequireClose(Probabilities(Agreement.LibTorch), portable, Agreement.OutputTolerance, "probabilities");
        Assert.All(portable.Chunk(10), row => Assert.Equal(1, row.Sum(), 1e-6f));

        float[] Probabilities(Func<Backend> backend)
        {
            FashionPipeline.Training.Native.LibTorch.Load();
            using var scope = NewDisposeScope();
            var probabilities = new float[500];
            SoftmaxCrossEntropyOperation.Probabilities(tensor(logits.Values, logits.Shape), probabilities, backend());
            return probabilities;
        }
    }

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_softmax_cross_entropy(ulong seed)
    {
        var (batch, classes) = (Numbers.Whole(seed, 0, 1, 9), Numbers.Whole(seed, 1, 2, 19));
        var labels = RandomValues.Integers(batch, 0, classes - 1, seed);

        FiniteDifferences.Require(
            (backend, t) => SoftmaxCrossEntropyOperation.Loss(t[0], labels, backend),
            x => [ByDefinition.SoftmaxCrossEntropy(x[0], labels)],
            Input.Random(seed, batch, classes));
    }
}
