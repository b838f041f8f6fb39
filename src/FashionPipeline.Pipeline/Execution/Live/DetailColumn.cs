using Spectre.Console;
using Spectre.Console.Rendering;

namespace FashionPipeline.Pipeline.Execution.Live;

/// <summary>A column of what is to be said of each bar, asked anew whenever it is drawn.</summary>
/// <param name="detail">What is to be said of a bar.</param>
internal sealed class DetailColumn(Func<ProgressTask, string> detail) : ProgressColumn
{
    /// <inheritdoc/>
    protected override bool NoWrap => true;

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(detail(task)).Overflow(Overflow.Ellipsis);
}
