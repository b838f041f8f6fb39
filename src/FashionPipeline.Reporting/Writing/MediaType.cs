namespace FashionPipeline.Reporting.Writing;

/// <summary>The kind of a file in the words of iana.org/assignments/media-types, for what describes files to other programs.</summary>
internal static class MediaType
{
    /// <summary>Of JSON whose names are linked to vocabularies.</summary>
    public const string LinkedData = "application/ld+json";

    /// <summary>By the name's ending; that of bytes of any kind where it is not known.</summary>
    public static string Of(string name) => Path.GetExtension(name) switch
    {
        ".pdf" => "application/pdf",
        ".html" => "text/html",
        ".md" => "text/markdown",
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".tex" => "application/x-tex",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".gz" => "application/gzip",
        ".zip" => "application/zip",
        ".parquet" => "application/vnd.apache.parquet",
        _ => "application/octet-stream",
    };
}
