namespace FashionPipeline.Foundation.Diagnostics;

/// <summary>Where something was written: a position in a file, or a setting of the command line.</summary>
/// <param name="Source">The file as the user knows it, or the whole setting: <c>setting training.epochs=x</c>.</param>
/// <param name="Line">Line of the file, from 1; 0 for a setting.</param>
/// <param name="Column">Column of the line, from 1; 0 for a setting.</param>
public readonly record struct Place(string Source, int Line = 0, int Column = 0)
{
    /// <summary><c>file:line:column</c>, as editors and terminals link it.</summary>
    public override string ToString() => Line == 0 ? Source : FormattableString.Invariant($"{Source}:{Line}:{Column}");
}
