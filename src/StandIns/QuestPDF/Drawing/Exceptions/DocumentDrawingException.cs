namespace QuestPDF.Drawing.Exceptions;

/// <summary>A drawing step that failed.</summary>
public sealed class DocumentDrawingException : Exception
{
    internal DocumentDrawingException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
