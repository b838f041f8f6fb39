using QuestPDF.Infrastructure;

namespace QuestPDF;

/// <summary>Settings of the whole process.</summary>
public static class Settings
{
    /// <summary>The licence tier. <c>null</c> makes every Generate method throw.</summary>
    public static LicenseType? License { get; set; }

    /// <summary>Whether fonts of the operating system may be used. This implementation takes registered ones whatever it says.</summary>
    public static bool UseEnvironmentFonts { get; set; } = true;
}
