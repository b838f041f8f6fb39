namespace VerifyTests;

/// <summary>What a passing verification compared.</summary>
public sealed class VerifyResult
{
    private readonly string? _text;

    internal VerifyResult(string verifiedPath, string? text)
    {
        _text = text;
        Files = [verifiedPath];
    }

    /// <summary>The scrubbed text.</summary>
    /// <exception cref="InvalidOperationException">The snapshot is binary.</exception>
    public string Text => _text ?? throw new InvalidOperationException("The snapshot holds no text.");

    /// <summary>Full paths of the verified files.</summary>
    public IEnumerable<string> Files { get; }
}
