namespace FashionPipeline.Tests.EndToEnd;

/// <summary>The tests that share one run of quickstart; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class QuickstartCollection : ICollectionFixture<QuickstartRun>
{
    public const string Name = "quickstart";
}
