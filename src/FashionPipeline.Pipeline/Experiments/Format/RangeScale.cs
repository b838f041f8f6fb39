namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>How numbers lie in a range that they are drawn from.</summary>
public enum RangeScale
{
    /// <summary>Every number is as likely as any other one.</summary>
    Linear,

    /// <summary>Every order of magnitude is: the logarithms are drawn evenly.</summary>
    Log,
}
