namespace FashionPipeline.Evaluation.Comparison;

/// <summary>An image that two predictions put into different classes.</summary>
/// <param name="Image">Its number, from 0.</param>
/// <param name="Truth">Label of its true class.</param>
/// <param name="Before">Label of the class that was predicted.</param>
/// <param name="Now">Label of the class that is predicted.</param>
/// <param name="Probability">The probability of that class, 0 to 1.</param>
public sealed record Flip(int Image, byte Truth, byte Before, byte Now, float Probability);
