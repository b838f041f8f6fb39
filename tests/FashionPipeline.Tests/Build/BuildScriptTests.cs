using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Build;

/// <summary>build.sh in a folder of its own, with a compiler that only notes what it is asked.</summary>
public sealed class BuildScriptTests : IDisposable
{
    private const string Compiler = """
        #!/usr/bin/env bash
        case $1 in
          --version) echo 10.0.100 ;;
          build)
            echo build >>"$CALLS"
            sleep 0.2
            if [ -e src/broken.cs ]; then echo "broken.cs(1,1): error"; exit 1; fi
            mkdir -p build/bin/Release/net10.0 && echo compiled >build/bin/Release/net10.0/Build.dll ;;
          *)
            shift
            echo "run in $PWD" >>"$CALLS"
            for argument in "$@"; do echo "<$argument>" >>"$CALLS"; done
            exit "${ANSWER:-0}" ;;
        esac
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("build script ").FullName;
    private readonly string root;

    public BuildScriptTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh needs bash.");
        root = Path.Combine(folder, "clone");
        foreach (var folder in new[] { "build", "src", "../bin", "../elsewhere" })
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        string[] files =
        [
            "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "build/Program.cs", "src/One.cs",
            "src/Two.cs",
        ];
        foreach (var file in files)
        {
            Write(file, "1");
        }

        File.Copy(Path.Combine(RepositoryFiles.Root, "build.sh"), Path.Combine(root, "build.sh"));
        var compiler = Path.Combine(folder, "bin", "dotnet");
        File.WriteAllText(compiler, Compiler);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(compiler, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string Program => Path.Combine(root, "build/bin/Release/net10.0/Build.dll");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Should_compile_once_and_then_only_start()
    {
        await Run();
        await Run();

        Assert.Equal(1, Compilations());
    }

    [Fact]
    public async Task Should_compile_again_after_a_file_was_deleted()
    {
        await Run();
        File.Delete(Path.Combine(root, "src/Two.cs"));
        await Run();

        Assert.Equal(2, Compilations());
    }

    [Fact]
    public async Task Should_compile_again_after_a_change_with_an_old_time_stamp()
    {
        await Run();
        Write("src/One.cs", "2");
        File.SetLastWriteTimeUtc(Path.Combine(root, "src/One.cs"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await Run();

        Assert.Equal(2, Compilations());
    }

    [Fact]
    public async Task Should_compile_again_after_a_change_that_keeps_length_and_time_stamp()
    {
        await Run();
        var path = Path.Combine(root, "src/One.cs");
        var (time, text) = (File.GetLastWriteTimeUtc(path), File.ReadAllText(path));
        File.WriteAllText(path, new string('x', text.Length));
        File.SetLastWriteTimeUtc(path, time);
        await Run();

        Assert.Equal(2, Compilations());
    }

    [Fact]
    public async Task Should_compile_again_where_an_editor_compiled_something_else()
    {
        await Run();
        var time = File.GetLastWriteTimeUtc(Program);
        File.WriteAllText(Program, "other");
        File.SetLastWriteTimeUtc(Program, time);
        await Run();

        Assert.Equal(2, Compilations());
    }

    [Fact]
    public async Task Should_start_nothing_after_a_failed_build_and_recover_when_the_fault_is_gone()
    {
        await Run();
        Write("src/broken.cs", "");
        var failed = await Run();
        File.Delete(Path.Combine(root, "src/broken.cs"));
        var repaired = await Run();

        Assert.NotEqual(0, failed.ExitCode);
        Assert.Contains("broken.cs(1,1): error", failed.Errors, StringComparison.Ordinal);
        Assert.Equal(0, repaired.ExitCode);
        Assert.Equal(3, Compilations());
        Assert.Equal(2, Calls().Count(line => line.StartsWith("run", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Should_pass_arguments_and_exit_code_untouched()
    {
        string[] typed = ["--set", "a=b c", "", "*", "$HOME", "--", "-v:q"];
        var run = await Run(typed, environment => environment["ANSWER"] = "255");

        Assert.Equal(255, run.ExitCode);
        Assert.Equal(typed.Select(argument => $"<{argument}>"), Calls()[^typed.Length..]);
    }

    [Fact]
    public async Task Should_stay_in_the_folder_where_the_user_typed_and_work_through_links()
    {
        var link = Path.Combine(folder, "elsewhere", "b");
        File.CreateSymbolicLink(link + "2", Path.Combine("..", "clone", "build.sh"));
        File.CreateSymbolicLink(link, "b2");

        var run = await ScriptRun.Of("bash", Path.Combine(folder, "elsewhere"), ["./b"], Prepare);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Compiling the build program; ", Assert.Single(run.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains($"run in {Path.Combine(folder, "elsewhere")}", Calls());
    }

    [Fact]
    public async Task Should_compile_once_when_two_start_together()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flock"), "Without flock nothing makes the second one wait.");

        var runs = await Task.WhenAll(Run(), Run(), Run());

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(1, Compilations());
    }

    // A folder in its place cannot be opened, whoever asks; a file without rights can, by root.
    [Fact]
    public async Task Should_start_what_is_compiled_where_nothing_can_be_written_and_say_so_where_that_is_old()
    {
        await Run();
        var lockFile = Path.Combine(root, "build/obj/build.sh.lock");
        File.Delete(lockFile);
        Directory.CreateDirectory(lockFile);

        var fresh = await Run();
        Write("src/One.cs", "2");
        var old = await Run();

        Assert.True(fresh.ExitCode == 0, fresh.Errors);
        Assert.Equal(1, Compilations());
        Assert.Equal(1, old.ExitCode);
        Assert.Contains("has to be compiled, and", old.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_what_to_install_when_there_is_no_SDK()
    {
        File.Delete(Path.Combine(folder, "bin", "dotnet"));
        foreach (var command in new[] { "bash", "dirname", "readlink" })
        {
            var path = new[] { "/bin/", "/usr/bin/" }.Select(folder => folder + command).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(folder, "bin", command), path);
        }

        var run = await Run([], environment => environment["PATH"] = Path.Combine(folder, "bin"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The .NET 10 SDK is missing", run.Errors, StringComparison.Ordinal);
        Assert.Contains("https://dotnet.microsoft.com/download/dotnet/10.0", run.Errors, StringComparison.Ordinal);
    }

    private Task<ScriptRun> Run(string[]? args = null, Action<IDictionary<string, string?>>? environment = null) =>
        ScriptRun.Of("/bin/bash", folder, [Path.Combine(root, "build.sh"), .. args ?? []], variables =>
        {
            Prepare(variables);
            environment?.Invoke(variables);
        });

    private void Prepare(IDictionary<string, string?> environment)
    {
        environment["PATH"] = $"{Path.Combine(folder, "bin")}:{environment["PATH"]}";
        environment["CALLS"] = Path.Combine(folder, "calls");
        environment.Remove("DOTNET_ROOT");
        environment.Remove("FASHION_PIPELINE_RUNNING");
    }

    private int Compilations() => Calls().Count(line => line == "build");

    private string[] Calls() => File.ReadAllLines(Path.Combine(folder, "calls"));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(root, file), text);
}
