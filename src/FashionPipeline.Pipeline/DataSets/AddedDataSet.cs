using FashionPipeline.Data;

namespace FashionPipeline.Pipeline.DataSets;

/// <summary>A data set that was found and described in a file.</summary>
/// <param name="DataSet">The data set.</param>
/// <param name="File">Path of the file that describes it.</param>
/// <param name="Lines">What was found, for a reader, a line each.</param>
/// <param name="Example">A whole experiment on it.</param>
public sealed record AddedDataSet(DataSet DataSet, string File, IReadOnlyList<string> Lines, string Example);
