using Build.Proofs;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Proves that results have the same bits on other processors, without instruction sets, on any number of cores")]
public sealed class Portability : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => PortabilityProof.Run(context.Options.Root);
}
