using FashionPipeline.Portability;
using FashionPipeline.Portability.Training;

return DigestProgram.Run(args, TrainingCases.All, DigestTable.ExpectedBy(typeof(TrainingCases).Assembly));
