using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Tests.Numerics.Elementary;

public sealed class FloatingPointModeTests
{
    [Fact]
    public void Should_find_no_fault_in_a_thread_that_nobody_has_changed() => Assert.Null(FloatingPointMode.Fault());

    [Theory]
    [InlineData(ControlWord.SubnormalsReadAsZero, "takes subnormal numbers for zero")]
    [InlineData(ControlWord.SubnormalsWrittenAsZero, "takes subnormal numbers for zero")]
    [InlineData(ControlWord.RoundsDown, "does not round to the nearest number")]
    [InlineData(ControlWord.RoundsUp, "does not round to the nearest number")]
    [InlineData(ControlWord.RoundsToZero, "does not round to the nearest number")]
    public void Should_say_what_a_thread_does_otherwise(uint bits, string expected)
    {
        Assert.SkipUnless(ControlWord.IsKnown, "The control word is set on Linux and x86-64 only.");
        string? fault = null;

        // A thread of its own, so that no other test gets its control word.
        var thread = new Thread(() =>
        {
            ControlWord.Set(bits);
            fault = FloatingPointMode.Fault();
        });
        thread.Start();
        thread.Join();

        Assert.Equal(expected, fault);
    }
}
