using Build.Options;
using FashionPipeline.Foundation.Diagnostics;

namespace Build;

/// <summary>Writes where the command line says, and says so where that cannot be done.</summary>
internal static class Writing
{
    /// <summary>Writes.</summary>
    /// <param name="path">What is written to.</param>
    /// <param name="option">The option that names it.</param>
    /// <param name="write">Writes.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void To(string path, Option option, Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be written: {fault.Message}\nName another place behind --{option.Name}.", fault);
        }
    }
}
