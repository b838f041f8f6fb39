using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// A store elsewhere, which holds the same two things: artifacts by digest and records by key. It carries bytes and is not trusted: who
/// reads compares an artifact with its digest and a record with its key. May be used by several threads at the same time.
/// </summary>
public interface IRemote : IDisposable
{
    /// <summary>Its address as it is shown: without credentials.</summary>
    string Address { get; }

    /// <summary>The file of a record; null where there is none.</summary>
    /// <param name="key">Hash of the key.</param>
    /// <exception cref="RemoteException">It cannot be reached, refuses, or answers what its protocol does not allow.</exception>
    byte[]? FindRecord(string key);

    /// <summary>
    /// The bytes of an artifact, as they come; null where there are none. No more are read than the artifact has, and one.
    /// </summary>
    /// <exception cref="RemoteException">It cannot be reached, refuses, or answers what its protocol does not allow.</exception>
    byte[]? FindBlob(Artifact artifact);

    /// <summary>Whether an artifact is there, as it says itself.</summary>
    /// <exception cref="RemoteException">It cannot be reached, refuses, or answers what its protocol does not allow.</exception>
    bool HasBlob(Artifact artifact);

    /// <summary>Keeps an artifact.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="RemoteException">It cannot be reached, refuses, or answers what its protocol does not allow.</exception>
    void PutBlob(Artifact artifact, byte[] bytes);

    /// <summary>Keeps a record whose artifacts are there, in place of one that it has of this key.</summary>
    /// <param name="key">Hash of the key.</param>
    /// <param name="record">The record's file.</param>
    /// <param name="outputs">All artifacts of the record, each once, ordered by digest.</param>
    /// <exception cref="RemoteException">It cannot be reached, refuses, or answers what its protocol does not allow.</exception>
    void PutRecord(string key, byte[] record, IReadOnlyList<Artifact> outputs);
}
