namespace QuestPDF.Infrastructure;

/// <summary>The licence tiers of the package.</summary>
public enum LicenseType
{
    /// <summary>Free of charge for those eligible.</summary>
    Community = 1,
}
