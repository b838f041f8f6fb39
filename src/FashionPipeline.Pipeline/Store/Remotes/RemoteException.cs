using System.Net;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// A remote store could not be used. The message says what was asked, of whom, and what came back; it holds no credentials.
/// </summary>
public sealed class RemoteException : Exception
{
    /// <summary>A fault in words.</summary>
    /// <param name="message">What the user reads, in one line.</param>
    /// <param name="cause">What it came from; null for none.</param>
    public RemoteException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>Whether no answer came in all the time that it had.</summary>
    internal bool IsSilence { get; init; }

    /// <summary>What a server answered; null where it did not answer.</summary>
    internal HttpStatusCode? Status { get; init; }
}
