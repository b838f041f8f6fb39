using System.Text;

namespace FashionPipeline.Tests.StandIns.Verify;

/// <summary>What a user of the package sees: files beside the test, and a message that names them.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Should_name_a_new_snapshot_after_class_and_method_and_write_what_it_received()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await Settle(Verifier.Verify("one\r\ntwo", "md")));

        const string Name = "SnapshotTests.Should_name_a_new_snapshot_after_class_and_method_and_write_what_it_received";
        Assert.Equal(
            $"""
            Directory: {_folder}
            New:
              - Received: {Name}.received.md
                Verified: {Name}.verified.md

            FileContent:

            New:

            Received: {Name}.received.md
            one
            two

            """,
            failure.Message);
        byte[] expected = [0xEF, 0xBB, 0xBF, .. "one\ntwo"u8];
        Assert.Equal(expected, File.ReadAllBytes(Path.Combine(_folder, $"{Name}.received.md")));
    }

    [Fact]
    public async Task Should_show_both_texts_when_they_differ()
    {
        Accept("a.verified.txt", "old");

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await Settle(Verifier.Verify("new")).UseFileName("a"));

        Assert.EndsWith("NotEqual:\n\nReceived: a.received.txt\nnew\nVerified: a.verified.txt\nold\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Path.Combine(_folder, "a.verified.txt")));
    }

    [Fact]
    public async Task Should_delete_the_old_received_file_when_the_test_passes()
    {
        Accept("b.verified.txt", "same");
        Accept("b.received.txt", "from an earlier run");

        var result = await Settle(Verifier.Verify("same")).UseFileName("b");

        Assert.Equal("same", result.Text);
        Assert.Equal(["b.verified.txt"], FileNames());
    }

    [Fact]
    public async Task Should_count_a_final_newline_as_a_difference()
    {
        Accept("c.verified.txt", "text\n");

        await Assert.ThrowsAnyAsync<Exception>(async () => await Settle(Verifier.Verify("text")).UseFileName("c"));
    }

    [Fact]
    public async Task Should_fail_when_a_verified_file_is_no_longer_made()
    {
        Accept("d.verified.txt", "text");
        Accept("d.verified.md", "text");

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await Settle(Verifier.Verify("text")).UseFileName("d"));

        Assert.EndsWith("Delete:\n  - d.verified.md\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_a_second_snapshot_of_the_same_name()
    {
        Accept("e.verified.txt", "text");
        await Settle(Verifier.Verify("text")).UseFileName("e");

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await Settle(Verifier.Verify("text")).UseFileName("e"));

        Assert.StartsWith("The prefix has already been used: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_compare_the_bytes_of_a_binary_file()
    {
        File.WriteAllBytes(Path.Combine(_folder, "f.verified.png"), [1, 2, 3]);
        File.WriteAllBytes(Path.Combine(_folder, "g.verified.png"), [1, 2, 3]);

        await Settle(Verifier.Verify([1, 2, 3], "png")).UseFileName("f");
        await Assert.ThrowsAnyAsync<Exception>(async () => await Settle(Verifier.Verify([1, 2, 4], "png")).UseFileName("g"));

        Assert.Equal([1, 2, 4], File.ReadAllBytes(Path.Combine(_folder, "g.received.png")));
    }

    [Fact]
    public async Task Should_take_the_extension_of_a_verified_file()
    {
        Accept("table.csv", "a,b\r\n1,2");
        Accept("h.verified.csv", "a,b\n1,2");

        await Settle(Verifier.VerifyFile(Path.Combine(_folder, "table.csv"))).UseFileName("h");
    }

    [Theory]
    [InlineData(12345, "a:b")]
    public async Task Should_put_the_arguments_of_a_theory_into_the_name(int seed, string name)
    {
        Accept("SnapshotTests.Should_put_the_arguments_of_a_theory_into_the_name_seed=12345_name=a-b.verified.txt", $"{seed} {name}");

        await Settle(Verifier.Verify($"{seed} {name}"));
    }

    [Fact]
    public async Task Should_scrub_lines_before_the_whole_text()
    {
        Accept("i.verified.txt", "KEEP\nchanged");

        await Settle(Verifier.Verify("keep\nTime: 12 s\nsecond\nthird"))
            .UseFileName("i")
            .ScrubLinesContaining("time:")
            .ScrubLinesWithReplace(line => line == "second" ? null : line == "third" ? "changed" : line)
            .AddScrubber(text => text.Replace("keep", "KEEP"));
    }

    [Fact]
    public async Task Should_not_run_before_it_is_awaited_nor_change_afterwards()
    {
        Accept("j.verified.txt", "text");
        var task = Settle(Verifier.Verify("text"));
        _ = task.UseFileName("j");
        await task;

        Assert.Throws<InvalidOperationException>(() => { _ = task.UseFileName("k"); });
    }

    [Fact]
    public void Should_refuse_a_whole_name_together_with_a_part_of_one()
    {
        Assert.ThrowsAny<Exception>(() => { _ = Verifier.Verify("text").UseFileName("k").UseMethodName("l"); });
        Assert.ThrowsAny<Exception>(() => { _ = Verifier.Verify("text").UseParameters(1).UseTextForParameters("l"); });
    }

    // No diff tool: these tests fail on purpose.
    private SettingsTask Settle(SettingsTask task) => task.UseDirectory(_folder).DisableDiff();

    private void Accept(string name, string text) =>
        File.WriteAllText(Path.Combine(_folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    private IEnumerable<string> FileNames() => Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
