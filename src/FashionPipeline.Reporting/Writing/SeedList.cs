namespace FashionPipeline.Reporting.Writing;

/// <summary>Seeds in a line, of which there may be thousands: <c>metrics.json</c> has them all.</summary>
public static class SeedList
{
    private const int MostShown = 20;

    /// <summary>The first ones, and how many more there are.</summary>
    public static string Of(IEnumerable<ulong> seeds)
    {
        var all = seeds.ToList();
        return string.Join(", ", all.Take(MostShown))
            + (all.Count > MostShown ? $" and {Wording.Thousands(all.Count - MostShown)} more" : "");
    }
}
