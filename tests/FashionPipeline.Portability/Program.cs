using FashionPipeline.Portability;

return DigestProgram.Run(args, Case.All, DigestTable.ExpectedBy(typeof(Case).Assembly));
