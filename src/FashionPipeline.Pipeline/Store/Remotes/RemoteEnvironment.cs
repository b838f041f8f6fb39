namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>Where credentials for remote stores are kept. Nothing of it is read before a store asks for credentials.</summary>
public sealed class RemoteEnvironment
{
    /// <summary>The configuration file of docker, with the credentials of registries; null for none.</summary>
    public string? DockerConfig { get; init; }

    /// <summary>The file with the credentials of HTTP servers; null for none.</summary>
    public string? Netrc { get; init; }

    /// <summary>Folders in which programs are looked for that know credentials, as in <c>PATH</c>.</summary>
    public string SearchPath { get; init; } = "";

    /// <summary>User name that goes with <see cref="GitHubToken"/>; null for any.</summary>
    public string? GitHubActor { get; init; }

    /// <summary>Token for GitHub's registry, and for no other; null for none.</summary>
    public string? GitHubToken { get; init; }

    /// <summary>What the variables of a process say.</summary>
    /// <param name="variable">The value of a variable; null where it is not set.</param>
    /// <param name="home">Folder of the user.</param>
    public static RemoteEnvironment From(Func<string, string?> variable, string home) => new()
    {
        DockerConfig = Path.Combine(Set("DOCKER_CONFIG", variable) ?? Path.Combine(home, ".docker"), "config.json"),
        Netrc = Set("NETRC", variable) ?? Path.Combine(home, ".netrc"),
        SearchPath = variable("PATH") ?? "",
        GitHubActor = Set("GITHUB_ACTOR", variable),
        GitHubToken = Set("GITHUB_TOKEN", variable),
    };

    private static string? Set(string name, Func<string, string?> variable) =>
        variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
