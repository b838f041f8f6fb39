using System.Security.Cryptography;
using FashionPipeline.Tests.Build;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>A place of its own for runs of the real build.sh: its own store, its own reports, and no way to the network.</summary>
internal sealed class Sandbox : IDisposable
{
    // Nothing listens there: whoever needs the network fails at once.
    private const string ClosedPort = "http://127.0.0.1:9";

    private readonly string folder = Directory.CreateTempSubdirectory("fashion pipeline ").FullName;

    public string Cache => Path.Combine(folder, "cache");

    public string Reports => Path.Combine(folder, "reports");

    /// <summary>A path in this place, for what a test lays there.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Runs build.sh as a user does whose current folder is this one.</summary>
    public Task<ScriptRun> Run(IEnumerable<string> args, Action<IDictionary<string, string?>>? environment = null) =>
        Run([Path.Combine(RepositoryFiles.Root, "build.sh"), .. args], environment);

    /// <summary>Runs build.sh by way of another program, which takes a command at its end.</summary>
    public Task<ScriptRun> RunBy(
        IEnumerable<string> program, IEnumerable<string> args, Action<IDictionary<string, string?>>? environment = null) =>
        Run([.. program, Path.Combine(RepositoryFiles.Root, "build.sh"), .. args], environment);

    private Task<ScriptRun> Run(IReadOnlyList<string> command, Action<IDictionary<string, string?>>? environment) =>
        ScriptRun.Of(command[0], folder, command.Skip(1), variables =>
        {
            foreach (var name in new[] { "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY" })
            {
                variables[name] = ClosedPort;
            }

            variables.Remove("no_proxy");
            variables.Remove("NO_PROXY");
            variables.Remove("FASHION_MNIST_MIRROR");
            variables.Remove("FASHION_PIPELINE_REMOTE");
            variables["XDG_CONFIG_HOME"] = PathOf("config");
            variables["FASHION_PIPELINE_CACHE"] = Cache;
            variables["FASHION_PIPELINE_REPORTS"] = Reports;
            environment?.Invoke(variables);
        });

    /// <summary>Takes over what another run has stored, so that a test can go on from there and leave the other as it is.</summary>
    public void CopyCacheOf(Sandbox other) => Copy(other.Cache, Cache);

    /// <summary>Copies a folder with all that is in it.</summary>
    public static void Copy(string folder, string to)
    {
        foreach (var file in FilesIn(folder))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(folder, file), Path.Combine(to, file));
        }
    }

    /// <summary>
    /// Relative path and SHA-256 of every file in a folder but run.json, which holds times; none where there is no folder.
    /// </summary>
    public static IReadOnlyList<string> Digests(string folder) =>
    [
        .. FilesIn(folder).Where(file => file != "run.json").Select(file =>
        {
            using var stream = File.OpenRead(Path.Combine(folder, file));
            return $"{file} {Convert.ToHexStringLower(SHA256.HashData(stream))}";
        }),
    ];

    /// <summary>Relative paths with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)]
            : [];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
