using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Pipeline.Sharing;

/// <summary>Which remote store is meant by what was typed or written.</summary>
public static class RemoteChoice
{
    /// <summary>The word for no remote store; nothing at all means the same.</summary>
    public const string None = "none";

    /// <summary>The address; null for no remote store.</summary>
    /// <exception cref="InputException">It is no address.</exception>
    public static RemoteAddress? Parse(string text) => text.Trim() is "" or None ? null : RemoteAddress.Parse(text.Trim());
}
