using QuestPDF.Infrastructure;

namespace QuestPDF;

/// <summary>Settings of the whole process.</summary>
public static class Settings
{
    /// <summary>The licence tier. <c>null</c> makes every Generate method throw.</summary>
    public static LicenseType? License { get; set; }

    /// <summary>When true, a character that no font can show throws <see cref="Drawing.Exceptions.DocumentDrawingException"/>. Default: false.</summary>
    public static bool CheckIfAllTextGlyphsAreAvailable { get; set; }

    /// <summary>Whether fonts of the operating system may be used; false leaves only registered fonts. Default: true.</summary>
    public static bool UseEnvironmentFonts { get; set; } = true;

    internal static void EnsureLicense()
    {
        if (License is null)
        {
            throw new Exception(
                "No licence is selected. Set QuestPDF.Settings.License to Evaluation, Community, Professional or Enterprise before a document "
                + "is generated: the Community tier is free for individuals, open source and companies below 1M USD of annual revenue.");
        }
    }
}
