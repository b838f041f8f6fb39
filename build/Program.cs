using Build;
using Cake.Frosting;

return CakeHost.Create()
    .UseContext<PipelineContext>()
    .Run(args);
