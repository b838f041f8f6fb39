using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline;

/// <summary>Says of files that cannot be read or written where they are, and what helps.</summary>
internal static class FileFaults
{
    /// <summary>Does some work with the store and the reports.</summary>
    /// <param name="subject">What does it, as the message begins.</param>
    /// <param name="options">Where they are.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="InputException">A file cannot be read or written.</exception>
    public static T Reaching<T>(string subject, PipelineOptions options, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{subject} cannot read or write a file: {fault.Message}\nThe store is in {options.Cache}, the reports are in "
                + $"{options.Reports}.\nMake room or make them writable, or name others.", fault) { Remedy = Remedy.NameStoreAndReports };
        }
    }
}
