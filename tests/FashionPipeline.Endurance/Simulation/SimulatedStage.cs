using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Endurance.Simulation;

/// <summary>A stage whose one artifact follows from its name and its inputs, and which may be cut short.</summary>
/// <param name="Name">Name of its node.</param>
/// <param name="Begin">Is told that the work begins; throws where it does not come to its end.</param>
internal sealed record SimulatedStage(string Name, Action<string> Begin) : IStage
{
    public const string Output = "out";

    public IEnumerable<KeyValuePair<string, string>> Settings => [KeyValuePair.Create("name", Name)];

    public IReadOnlyList<string> Outputs => [Output];

    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Name));
        foreach (var input in inputs.All.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            hash.AppendData(inputs.Read(input.Key));
        }

        Begin(Name);
        outputs.Add(Output, hash.GetHashAndReset());
    }
}
