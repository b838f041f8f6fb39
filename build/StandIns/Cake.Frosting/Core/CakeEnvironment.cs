using Cake.Core.IO;

namespace Cake.Core;

internal sealed class CakeEnvironment : ICakeEnvironment
{
    public DirectoryPath WorkingDirectory
    {
        get => new(System.Environment.CurrentDirectory);
        set => System.Environment.CurrentDirectory = value.FullPath;
    }

    public string? GetEnvironmentVariable(string variable) => System.Environment.GetEnvironmentVariable(variable);
}
