using Cake.Core;

namespace Build;

/// <summary>Where a user's settings for all repositories are.</summary>
internal static class UserSettingsFile
{
    private const string FolderVariable = "XDG_CONFIG_HOME";
    private const string Folder = "fashion-pipeline";
    private const string Name = "config.yaml";

    /// <summary>The user's folder.</summary>
    public static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>As it is shown.</summary>
    public static string Shown => OperatingSystem.IsWindows() ? $@"%APPDATA%\{Folder}\{Name}" : $"~/.config/{Folder}/{Name}";

    /// <summary>
    /// Its full path. See the <see href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory
    /// Specification</see>, by which a path that is not absolute does not count.
    /// </summary>
    public static string PathOf(ICakeEnvironment environment) => Path.Combine(
        OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
        : environment.GetEnvironmentVariable(FolderVariable) is { } folder && Path.IsPathFullyQualified(folder) ? folder
        : Path.Combine(Home, ".config"),
        Folder, Name);
}
