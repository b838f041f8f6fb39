using FashionPipeline.Endurance;

namespace FashionPipeline.Tests.Endurance;

/// <summary>A short run of the fuzzing program; the long one is <c>tests/FashionPipeline.Endurance</c>.</summary>
public sealed class FuzzingTests
{
    [Theory]
    [MemberData(nameof(Readers))]
    public void Should_read_or_refuse_whatever_it_is_given(string reader)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["experiments"]);
        var refused = 0;

        var faults = Fuzzing.Faults(reader, times: 300, seed: 12345, folder["experiments"], () => refused++).ToList();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(refused > 0 || reader == "record", "No input was refused: they were not mutated.");
    }

    public static TheoryData<string> Readers() => [.. Fuzzing.Readers.Keys];
}
