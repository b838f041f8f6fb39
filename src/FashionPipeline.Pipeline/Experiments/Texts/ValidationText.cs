using System.Globalization;
using FashionPipeline.Data.Splits;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>How a validation set is cut out, as experiments write it below <c>validation</c>.</summary>
internal static class ValidationText
{
    /// <summary>The settings; none where there is no validation set.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(ValidationOptions? options) => options is null ? [] :
    [
        new("validation.fraction", options.Fraction.ToString(CultureInfo.InvariantCulture)),
        new("validation.seed", options.Seed.ToString(CultureInfo.InvariantCulture)),
    ];
}
