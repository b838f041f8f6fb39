using FashionPipeline.Benchmarks;
using FashionPipeline.Benchmarks.Accuracy;
using FashionPipeline.Benchmarks.Comparison;
using FashionPipeline.Benchmarks.Epoch;
using FashionPipeline.Benchmarks.Growth;
using FashionPipeline.Benchmarks.Kernels;
using FashionPipeline.Benchmarks.Processors;
using FashionPipeline.Benchmarks.Results;
using FashionPipeline.Foundation.Diagnostics;

try
{
    if (args is [Measurement.Command, .. var measured])
    {
        Measurement.Run(measured);
        return 0;
    }

    var options = BenchmarkOptions.Parse(args);
    var results = new ResultsFolder(
        options.Output ?? Repository.PathOf($"tests/FashionPipeline.Benchmarks/results/{Processor.Current.Slug}"));
    foreach (var part in options.Parts.Distinct())
    {
        switch (part)
        {
            // What a filter leaves is no whole table: it does not replace the committed one.
            case Part.Kernels: KernelStudy.Run(options.Rest, options.Rest.Count == 0 || options.Output is not null ? results : null); break;
            case Part.Comparison: ComparisonStudy.Run(options, results); break;
            case Part.Growth: GrowthStudy.Run(options, results); break;
            case Part.Accuracy: AccuracyStudy.Run(options, results); break;
            case Part.Epoch: EpochStudy.Run(options, results); break;
        }
    }

    return 0;
}
catch (InputException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
