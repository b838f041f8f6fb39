using FashionPipeline.Pipeline.Experiments;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

public sealed class ResourcesTests : IDisposable
{
    private const string Set = ExperimentDesk.Valid + """

        resources:
          "*": {memory: 512M}
          train: {cpus: 8, memory: 4G, time: 90m, partition: long, account: me, constraint: avx2}
        """;

    private readonly ExperimentDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_read_what_steps_get_in_the_order_of_the_file()
    {
        Assert.Equal(
            [
                new ResourceRule("*") { MemoryMegabytes = 512 },
                new ResourceRule("train")
                {
                    Cpus = 8, MemoryMegabytes = 4096, Minutes = 90, Partition = "long", Account = "me", Constraint = "avx2",
                },
            ],
            desk.LoadText(Set).Resources);
        Assert.Empty(desk.LoadText(ExperimentDesk.Valid).Resources);
    }

    [Theory]
    [InlineData("90m", 90)]
    [InlineData("2h", 120)]
    [InlineData("3d", 4320)]
    public void Should_read_a_time(string text, int minutes) =>
        Assert.Equal(minutes, desk.LoadText($"{ExperimentDesk.Valid}\nresources: {{train: {{time: {text}}}}}").Resources[0].Minutes);

    [Fact]
    public void Should_inherit_rules_and_set_single_ones()
    {
        desk.Write("parent", Set);

        var rules = desk.LoadText("extends: parent\nresources: {train: {cpus: 2, time: ~}}", "resources.report={cpus: 1}").Resources;

        Assert.Equal(["*", "train", "report"], rules.Select(rule => rule.Steps));
        Assert.Equal((2, null, "long"), (rules[1].Cpus, rules[1].Minutes, rules[1].Partition));
    }

    [Fact]
    public void Should_name_every_fault_with_its_place()
    {
        var faults = desk.FaultsOf("""
            extends: parent
            resources:
              trian: {cpus: 1}
              train: {cpus: 0, memory: 4 GB, time: 2, partitoin: long}
              report: 4G
            """.Replace("extends: parent", ExperimentDesk.Valid, StringComparison.Ordinal));

        Assert.Collection(
            faults.Select(fault => fault[(fault.IndexOf("yaml:", StringComparison.Ordinal) + 5)..]),
            fault => Assert.StartsWith(
                "16:3: resources: no step begins with 'trian'; did you mean 'train'?", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith(
                "17:17: resources.train.cpus: expected an integer from 1 to 1024, found 0", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith(
                "17:28: resources.train.memory: found '4 GB'; expected a whole number of M or G", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith(
                "17:40: resources.train.time: expected a text, found 2", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith(
                "17:43: unknown key 'partitoin' in resources.train", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith(
                "18:11: resources.report: expected keys and values", fault, StringComparison.Ordinal));
    }
}
