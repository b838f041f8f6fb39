using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>The credentials of registries, as docker keeps them.</summary>
/// <param name="environment">Where they are.</param>
/// <param name="options">How long a program that knows them may take.</param>
internal sealed class RegistryCredentials(RemoteEnvironment environment, RemoteOptions options)
{
    private const string GitHub = "ghcr.io";
    private const string DockerHub = "registry-1.docker.io";
    private const string DockerHubKey = "https://index.docker.io/v1/";

    /// <summary>
    /// The credentials of a registry: those that docker's configuration names a program for, those that it holds itself, or the token that
    /// a workflow of GitHub has. Null for none.
    /// </summary>
    /// <param name="host">The registry, with its port where it has one.</param>
    /// <exception cref="RemoteException">The configuration cannot be read, or its program does not answer.</exception>
    public Credentials? Find(string host) =>
        FromDocker(host == DockerHub ? [DockerHubKey, "docker.io", host] : [host, "https://" + host, "https://" + host + "/"])
        ?? (host == GitHub && environment.GitHubToken is { } token ? new Credentials(environment.GitHubActor ?? "token", token) : null);

    private Credentials? FromDocker(string[] names)
    {
        if (!File.Exists(environment.DockerConfig))
        {
            return null;
        }

        try
        {
            using var config = JsonDocument.Parse(File.ReadAllBytes(environment.DockerConfig));
            var root = config.RootElement;
            return (Program(root, names) is var (program, name) ? FromProgram(program, name) : null)
                ?? names.Select(one => Decoded(Text(Member(Member(root, "auths"), one), "auth")))
                    .FirstOrDefault(found => found is not null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RemoteException(
                $"{environment.DockerConfig}, which may hold credentials for {names[0]}, cannot be read: {fault.Message}");
        }
        catch (JsonException fault)
        {
            // The library's message may quote the file.
            throw new RemoteException(FormattableString.Invariant(
                $"{environment.DockerConfig}:{fault.LineNumber + 1}, which may hold credentials for {names[0]}, is no JSON"));
        }
        catch (InvalidOperationException)
        {
            throw new RemoteException($"{environment.DockerConfig}, which may hold credentials for {names[0]}, has half a character");
        }
    }

    private static (string Program, string Name)? Program(JsonElement root, string[] names)
    {
        var own = names.Select(name => (Program: Text(Member(root, "credHelpers"), name), Name: name))
            .FirstOrDefault(helper => helper.Program is not null);
        var program = own.Program ?? Text(root, "credsStore");
        return program is null ? null : (program, own.Name ?? names[0]);
    }

    // The protocol of docker's credential helpers: the server's name comes in, JSON or a fault goes out.
    private Credentials? FromProgram(string suffix, string name)
    {
        var program = "docker-credential-" + suffix;
        var path = environment.SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);
        if (path is null || suffix != Path.GetFileName(suffix))
        {
            throw new RemoteException($"{environment.DockerConfig} names the program {program} for {name}, which is not to be found");
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(path, "get")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.CredentialHelperSeconds));
            try
            {
                return Asked(process, name, time.Token).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw new RemoteException(FormattableString.Invariant(
                    $"{program}, asked for credentials for {name}, did not answer within {options.CredentialHelperSeconds} s"));
            }
        }
        catch (Exception fault) when (fault is Win32Exception or IOException or InvalidOperationException)
        {
            throw new RemoteException($"{program}, which {environment.DockerConfig} names for {name}, cannot be started: {fault.Message}");
        }
    }

    private static async Task<Credentials?> Asked(Process process, string name, CancellationToken cancellationToken)
    {
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.StandardInput.WriteAsync(name);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it was asked: its exit code says whether it knows anything.
        }

        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await errors;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            return null; // It has none, or none that it tells: there may be others.
        }

        try
        {
            using var answer = JsonDocument.Parse(output);
            return Text(answer.RootElement, "Username") is { } user && Text(answer.RootElement, "Secret") is { } secret
                ? new Credentials(user, secret) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Credentials? Decoded(string? auth)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(auth ?? "")).Split(':', 2);
            return parts.Length == 2 ? new Credentials(parts[0], parts[1]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } member && member.GetString() is { Length: > 0 } text ? text : null;
}
