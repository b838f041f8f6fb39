namespace FashionPipeline.Tests.StandIns.Cake;

/// <summary>What the tasks of one run did, in order.</summary>
public sealed class Journal
{
    public List<string> Entries { get; } = [];
}
