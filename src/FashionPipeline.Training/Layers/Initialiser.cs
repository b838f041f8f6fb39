namespace FashionPipeline.Training.Layers;

/// <summary>What a kernel starts from; biases start from zero.</summary>
public enum Initialiser
{
    /// <summary>Uniform in ±sqrt(6 / (fan in + fan out)), Keras's default.</summary>
    GlorotUniform,

    /// <summary>Normal with variance 2 / fan in, without what lies beyond two standard deviations: made for relu.</summary>
    HeNormal,
}
