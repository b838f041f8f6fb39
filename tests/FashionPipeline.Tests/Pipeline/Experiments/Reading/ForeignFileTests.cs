using System.Diagnostics;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

/// <summary>Files that somebody else wrote: what they may make a run read, take and print.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly ExperimentDesk desk = new();
    private readonly TemporaryFolder elsewhere = new();

    public ForeignFileTests() => File.WriteAllText(elsewhere["secret.yaml"], "password: hunter2\n");

    public void Dispose()
    {
        desk.Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public void Should_print_nothing_of_a_file_outside_of_the_repository()
    {
        var faults = desk.FaultsOf($"extends: {elsewhere["secret.yaml"]}\n");

        Assert.Contains(faults, fault => fault.StartsWith("experiments/e.yaml:1:10: extends: ", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("password", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("base.yaml", "extends: base\n")]
    [InlineData("datasets/linked.yaml", ExperimentDesk.Valid)]
    public void Should_print_nothing_of_a_file_that_a_link_leads_to(string link, string experiment)
    {
        File.CreateSymbolicLink(Path.Combine(desk.Folder, link), elsewhere["secret.yaml"]);

        var faults = desk.FaultsOf(experiment.Replace("garments", "linked", StringComparison.Ordinal));

        Assert.Contains(faults, fault => fault.Contains("link", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("password", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_extend_a_file_beside_the_one_that_was_typed()
    {
        File.WriteAllText(elsewhere["mine.yaml"], ExperimentDesk.Valid);
        File.WriteAllText(elsewhere["child.yaml"], "extends: ./mine.yaml\ntitle: Child\n");

        Assert.Equal("Child", desk.Load(elsewhere["child.yaml"]).Title);
    }

    [Fact]
    public void Should_not_read_a_file_without_an_end()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero, a file without an end.");
        File.CreateSymbolicLink(elsewhere["endless.yaml"], "/dev/zero");

        var fault = Assert.Throws<InputException>(() => desk.Load(elsewhere["endless.yaml"]));

        Assert.Contains("longer than 1048576 bytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_wait_for_a_pipe_that_nobody_writes_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes of this kind are Unix's.");
        Process.Start("mkfifo", elsewhere["pipe.yaml"]).WaitForExit();

        var fault = Assert.Throws<InputException>(() => desk.Load(elsewhere["pipe.yaml"]));

        Assert.Contains("is it a pipe?", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_echo_no_more_of_a_value_than_a_reader_needs()
    {
        var faults =
            desk.FaultsOf(ExperimentDesk.Valid.Replace("epochs: 2", $"epochs: {new string('x', 100_000)}", StringComparison.Ordinal));

        Assert.InRange(Assert.Single(faults).Length, 100, 700);
    }

    [Fact]
    public void Should_name_the_first_of_very_many_faults_and_count_the_others()
    {
        var unknown = string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"unknown{i}: 1"));

        var faults = desk.FaultsOf($"{ExperimentDesk.Valid}\n{unknown}\n");

        Assert.Equal("and 19950 more", faults[^1]);
        Assert.Equal(51, faults.Length);
    }

    [Fact]
    public void Should_merge_as_many_keys_as_a_file_may_have()
    {
        desk.Write("base", ExperimentDesk.Valid);
        var unknown = string.Join('\n', Enumerable.Range(0, 60_000).Select(i => $"unknown{i}: 1"));

        var faults = desk.FaultsOf($"extends: base\n{unknown}\n");

        Assert.Equal("and 59950 more", faults[^1]);
    }

    [Theory]
    [InlineData("train_count: 10", "train_count: 2147483647", "an integer from 1 to 10000000")]
    [InlineData("height: 28", "height: 100000", "an integer from 1 to 4096")]
    [InlineData("height: 28, width: 28}", "height: 4096, width: 4096}", "pixels together")]
    public void Should_refuse_images_that_no_memory_holds(string from, string to, string message)
    {
        var dataSet = File.ReadAllText(Path.Combine(desk.Folder, "datasets/garments.yaml"));
        desk.Write("datasets/garments", dataSet.Replace(from, to, StringComparison.Ordinal)
            .Replace("train_count: 10,", "train_count: 10000,", StringComparison.Ordinal));

        Assert.Contains(desk.FaultsOf(ExperimentDesk.Valid), fault => fault.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_refuse_a_file_that_is_named_for_two_parts_of_a_data_set()
    {
        string File(string role) => $"  {role}: {{name: same.gz, bytes: 1, sha256: {new string('a', 64)}}}";
        desk.Write("datasets/garments", $"""
            title: Garments
            licence: none
            image: {"{height: 28, width: 28}"}
            label_names: [Shirt, Bag, Boot]
            sources: [https://example.org/]
            files:
            {File("train_images")}
            {File("train_labels")}
            {File("test_images").Replace("same", "images", StringComparison.Ordinal)}
            {File("test_labels").Replace("same", "labels", StringComparison.Ordinal)}
            """);

        var fault = Assert.Single(desk.FaultsOf(ExperimentDesk.Valid));

        Assert.Contains("'same.gz' is named for train_images and train_labels", fault, StringComparison.Ordinal);
    }
}
