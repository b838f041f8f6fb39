using System.Text.Json;

namespace FashionPipeline.Foundation.Names;

/// <summary>The names of enumerations' values as experiments write them.</summary>
public static class SnakeCase
{
    /// <summary>The name of a value: <c>glorot_uniform</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
