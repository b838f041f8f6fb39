namespace QuestPDF.Drawing.Exceptions;

/// <summary>Wrong use of the fluent API, found while a document is composed.</summary>
public sealed class DocumentComposeException : Exception
{
    internal DocumentComposeException(string message)
        : base(message)
    {
    }
}
