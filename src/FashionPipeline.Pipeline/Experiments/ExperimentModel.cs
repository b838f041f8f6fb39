using FashionPipeline.Reporting.Content;
using FashionPipeline.Training;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Experiments;

/// <summary>A model of an experiment.</summary>
public sealed record ExperimentModel
{
    /// <summary>Short name, lower case letters, digits and hyphens: <c>mlp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Title for readers.</summary>
    public required string Title { get; init; }

    /// <summary>How its pixels are scaled.</summary>
    public required InputScaling Input { get; init; }

    /// <summary>Its layers; shapes fit from the data set's images to its classes.</summary>
    public required Network Network { get; init; }

    /// <summary>Seeds, at least one, all different; it is trained once with each.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>How it is trained; seed and scaling are set per run.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>How it comes of another model, or of a sweep; null where it stands for itself.</summary>
    public ModelVariation? Variation { get; init; }
}
