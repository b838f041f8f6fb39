namespace QuestPDF.Infrastructure;

/// <summary>The licence tiers of the package.</summary>
public enum LicenseType
{
    /// <summary>For trying the package.</summary>
    Evaluation = 0,

    /// <summary>Free of charge for those eligible.</summary>
    Community = 1,

    /// <summary>Paid, small teams.</summary>
    Professional = 2,

    /// <summary>Paid, any size.</summary>
    Enterprise = 3,
}
