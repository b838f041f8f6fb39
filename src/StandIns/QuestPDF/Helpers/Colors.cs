using QuestPDF.Infrastructure;

namespace QuestPDF.Helpers;

/// <summary>The Material palette of 2014, the part that the report uses.</summary>
public static class Colors
{
    /// <summary>Shades of grey.</summary>
    public static class Grey
    {
        /// <summary>#BDBDBD.</summary>
        public static readonly Color Lighten1 = new(0xFFBDBDBD);

        /// <summary>#9E9E9E.</summary>
        public static readonly Color Medium = new(0xFF9E9E9E);

        /// <summary>#757575.</summary>
        public static readonly Color Darken1 = new(0xFF757575);

        /// <summary>#616161.</summary>
        public static readonly Color Darken2 = new(0xFF616161);
    }
}
