namespace FashionPipeline.Training.Layers;

/// <summary>The size of a kernel or window; experiments write <c>3</c> for 3 by 3, or <c>[3, 5]</c>.</summary>
/// <param name="Rows">Rows, at least 1.</param>
/// <param name="Columns">Columns, at least 1.</param>
public readonly record struct Size(int Rows, int Columns);
