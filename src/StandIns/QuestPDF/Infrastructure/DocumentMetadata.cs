namespace QuestPDF.Infrastructure;

/// <summary>What a file says about itself.</summary>
public sealed class DocumentMetadata
{
    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Author.</summary>
    public string? Author { get; set; }

    /// <summary>Subject.</summary>
    public string? Subject { get; set; }

    /// <summary>Keywords.</summary>
    public string? Keywords { get; set; }

    /// <summary>The program that made the content.</summary>
    public string? Creator { get; set; }

    /// <summary>The program that wrote the file.</summary>
    public string? Producer { get; set; }

    /// <summary>Language tag such as <c>en-US</c>.</summary>
    public string? Language { get; set; }

    /// <summary>When the document was made. Not written here; set it all the same: the package's own default is the clock.</summary>
    public DateTimeOffset CreationDate { get; set; }

    /// <summary>When the document was changed. Not written by this implementation, as above.</summary>
    public DateTimeOffset ModifiedDate { get; set; }
}
