using System.Globalization;

namespace FashionPipeline.Tests.Reporting;

/// <summary>
/// A culture that writes numbers as no file may: decimal commas, points between thousands, a sign of its own. Needs no ICU data.
/// </summary>
internal static class CommaCulture
{
    /// <summary>Does something in that culture.</summary>
    public static T Run<T>(Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = culture;
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
