using Build;

namespace FashionPipeline.Tests.Build;

public sealed class TestTotalsTests
{
    [Fact]
    public void Should_take_the_totals_from_the_runner_s_report()
    {
        var path = Path.GetTempFileName();
        const string Summary = """{"tests":12,"passed":7,"failed":2,"pending":0,"skipped":3,"other":0}""";
        File.WriteAllText(path, $$$"""{"results":{"tool":{"name":"x"},"summary":{{{Summary}}},"tests":[]}}""");

        Assert.Equal("7 passed, 2 failed, 3 skipped", TestTotals.Read(path).ToString());

        File.Delete(path);
    }
}
