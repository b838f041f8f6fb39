using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Measures this project beside libtorch and Python, how cost grows, and where an epoch goes")]
public sealed class Benchmark : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) =>
        BenchmarkRun.Run(context.Options, context.BenchmarkParts, context.BenchmarkSides, context.BenchmarkRounds);
}
