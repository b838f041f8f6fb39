using System.Text;

namespace FashionPipeline.Tests.StandIns.Verify;

/// <summary>What a user of the package sees: files beside the test, and a message that names them.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Should_name_a_new_snapshot_after_class_and_method_and_write_what_it_received()
    {
        var failure = await Fail(Verifier.Verify("one\r\ntwo"));

        const string Name = "SnapshotTests.Should_name_a_new_snapshot_after_class_and_method_and_write_what_it_received";
        Assert.Equal(
            $"""
            Directory: {folder}
            New:
              - Received: {Name}.received.txt
                Verified: {Name}.verified.txt

            FileContent:

            New:

            Received: {Name}.received.txt
            one
            two


            """,
            failure.Message);
        byte[] expected = [0xEF, 0xBB, 0xBF, .. "one\ntwo"u8];
        Assert.Equal(expected, File.ReadAllBytes(Path.Combine(folder, $"{Name}.received.txt")));
    }

    [Fact]
    public async Task Should_show_both_texts_when_they_differ()
    {
        Accept("a.verified.txt", "old");

        var failure = await Fail(Verifier.Verify("new").UseFileName("a"));

        Assert.EndsWith(
            "NotEqual:\n\nReceived: a.received.txt\nnew\nVerified: a.verified.txt\nold\n\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Path.Combine(folder, "a.verified.txt")));
    }

    [Fact]
    public async Task Should_delete_the_old_received_file_when_the_test_passes()
    {
        Accept("b.verified.txt", "same");
        Accept("b.received.txt", "from an earlier run");

        await Settle(Verifier.Verify("same").UseFileName("b"));

        Assert.Equal(["b.verified.txt"], Directory.GetFiles(folder).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task Should_count_a_final_newline_as_a_difference()
    {
        Accept("c.verified.txt", "text\n");

        await Fail(Verifier.Verify("text").UseFileName("c"));
    }

    [Fact]
    public async Task Should_fail_when_a_verified_file_is_no_longer_made()
    {
        Accept("d.verified.txt", "text");
        Accept("d.verified.md", "text");

        var failure = await Fail(Verifier.Verify("text").UseFileName("d"));

        Assert.Contains("Delete:\n  - d.verified.md\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_a_second_snapshot_of_the_same_name()
    {
        Accept("e.verified.txt", "text");
        await Settle(Verifier.Verify("text").UseFileName("e"));

        var failure = await Fail(Verifier.Verify("text").UseFileName("e"));

        Assert.StartsWith("The prefix has already been used: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_take_the_extension_of_a_verified_file()
    {
        Accept("table.csv", "a,b\r\n1,2");
        Accept("h.verified.csv", "a,b\n1,2");

        await Settle(Verifier.VerifyFile(Path.Combine(folder, "table.csv")).UseFileName("h"));
    }

    [Fact]
    public async Task Should_replace_and_remove_lines()
    {
        Accept("i.verified.txt", "kept\nchanged");

        await Settle(Verifier.Verify("kept\nsecond\nthird").UseFileName("i"))
            .ScrubLinesWithReplace(line => line == "second" ? null : line == "third" ? "changed" : line);
    }

    [Fact]
    public async Task Should_not_run_before_it_is_awaited_nor_change_afterwards()
    {
        Accept("j.verified.txt", "text");
        var task = Settle(Verifier.Verify("text"));
        _ = task.UseFileName("j");
        await task;

        Assert.ThrowsAny<Exception>(() => { _ = task.UseFileName("k"); });
    }

    // No diff tool: these tests fail on purpose.
    private SettingsTask Settle(SettingsTask task) => task.UseDirectory(folder).DisableDiff();

    private Task<Exception> Fail(SettingsTask task) => Assert.ThrowsAnyAsync<Exception>(async () => await Settle(task));

    private void Accept(string name, string text) =>
        File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
}
