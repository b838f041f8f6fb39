using Build.Proofs;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Makes the report again from nothing, elsewhere, and compares every artifact with the lock")]
public sealed class Reproduce : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () => ReproductionProof.Run(context));
}
