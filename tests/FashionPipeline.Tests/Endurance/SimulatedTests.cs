using FashionPipeline.Endurance;

namespace FashionPipeline.Tests.Endurance;

/// <summary>A small simulated cluster; the one of ten thousand steps is in <c>tests/FashionPipeline.Endurance</c>.</summary>
public sealed class SimulatedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Should_do_each_step_once_or_fail_it_for_a_reason_whatever_becomes_of_the_machines(int seed)
    {
        using var folder = new TemporaryFolder();
        var said = new List<string>();

        var faults = Simulated.Faults(folder["cluster"], folder["alone"], steps: 203, seed, said.Add).ToList();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.All(["Lost", "TakenForDead", "OutOfMemory", "Forgotten", "Faulty"], mishap => Assert.Contains(mishap, said[1]));
    }
}
