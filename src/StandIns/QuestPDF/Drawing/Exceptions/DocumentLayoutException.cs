namespace QuestPDF.Drawing.Exceptions;

/// <summary>Content that cannot fit where it was put.</summary>
public sealed class DocumentLayoutException : Exception
{
    internal DocumentLayoutException(string message)
        : base(message)
    {
    }
}
