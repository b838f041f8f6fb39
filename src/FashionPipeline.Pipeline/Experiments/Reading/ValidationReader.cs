using FashionPipeline.Data.Splits;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>validation</c>; what is left out has the defaults of <see cref="ValidationOptions"/>.</summary>
internal static class ValidationReader
{
    /// <summary>How a validation set is cut out; null where the experiment asks for none.</summary>
    public static ValidationOptions? Read(YamlSection experiment)
    {
        var defaults = new ValidationOptions();
        return experiment.Find("validation")?.Section(ExperimentFormat.Validation) is not { } section ? null : new ValidationOptions
        {
            Fraction = section.Number("fraction") ?? defaults.Fraction,
            Seed = section.Integer<ulong>("seed") ?? defaults.Seed,
        };
    }
}
