namespace FashionPipeline.Tests;

/// <summary>Tests beside which no other one runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
