namespace Build;

/// <summary>The folder that holds this repository.</summary>
public static class RepositoryRoot
{
    private const string Landmark = "FashionPipeline.sln";

    /// <summary>Looks upwards from the compiled build program, so that the folder where the user typed does not matter.</summary>
    public static string Find()
    {
        var start = Path.GetDirectoryName(typeof(RepositoryRoot).Assembly.Location)!;
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Landmark)))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above '{start}' holds {Landmark}: the build program runs inside its repository only.");
    }
}
