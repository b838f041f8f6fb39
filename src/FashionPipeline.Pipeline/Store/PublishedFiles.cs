using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>The files of a data set that others have published, by their names.</summary>
/// <param name="layout">Paths of the store.</param>
/// <param name="dataSet">Name of the data set.</param>
public sealed class PublishedFiles(StoreLayout layout, string dataSet)
{
    /// <summary>Where they are.</summary>
    public string Folder => Path.Combine(layout.Data, dataSet);

    /// <summary>Name of the lock that who fetches them takes.</summary>
    public string LockName => "data." + dataSet;

    /// <summary>All bytes of a file, checked against its published digest.</summary>
    /// <exception cref="DamagedArtifactException">It is missing or damaged.</exception>
    public byte[] Read(string name, Artifact artifact) => CheckedFile.Read(Path.Combine(Folder, name), artifact);

    /// <summary>True where a file of this name and length is there, whatever its bytes.</summary>
    public bool Has(string name, Artifact artifact) =>
        new FileInfo(Path.Combine(Folder, name)) is { Exists: true } file && file.Length == artifact.Bytes;
}
