using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>Where a remote store is: <c>file:///srv/results</c>.</summary>
public sealed class RemoteAddress
{
    private readonly Uri uri;

    private RemoteAddress(Uri uri) => this.uri = uri;

    /// <summary>The address that a user wrote.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static RemoteAddress Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.IsFile && text.StartsWith("file:///", StringComparison.OrdinalIgnoreCase)
            ? new(uri)
            : throw new InputException($"The remote store '{text}' is no address.\nExpected file:///path.");

    /// <summary>The store. Nothing is asked of it yet.</summary>
    public IRemote Open() => new SharedFolder(uri.LocalPath);

    /// <summary>The address without credentials.</summary>
    public override string ToString() => uri.AbsoluteUri;
}
