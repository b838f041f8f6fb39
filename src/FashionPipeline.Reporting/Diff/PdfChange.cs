namespace FashionPipeline.Reporting.Diff;

/// <summary>Which pages of the PDF differ.</summary>
/// <param name="PagesBefore">How many pages it had.</param>
/// <param name="PagesNow">How many pages it has.</param>
/// <param name="Different">Numbers of the pages that differ, from 1; pages that one of the two has not are among them.</param>
public sealed record PdfChange(int PagesBefore, int PagesNow, IReadOnlyList<int> Different);
