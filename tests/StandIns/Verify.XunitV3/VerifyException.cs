/// <summary>A snapshot that is new, differs, or is no longer made. It stands in the global namespace, as the package's does.</summary>
internal sealed class VerifyException(string message) : Exception(message)
{
    // The frames would be this project's own: the message is what a reader needs.
    public override string StackTrace => "";
}
