namespace FashionPipeline.Pipeline.Submissions;

/// <summary>One task of a job array.</summary>
/// <param name="Job">Id of the array.</param>
/// <param name="Index">Its index there, from 0.</param>
public readonly record struct TaskId(string Job, int Index)
{
    /// <summary><c>12_3</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Job}_{Index}");
}
