namespace Build.Proofs;

/// <summary>A way to run the portability program: another processor, or this one with a part of it switched off.</summary>
/// <param name="Name">What is typed before the program to get this machine.</param>
public sealed record Machine(string Name)
{
    /// <summary>Environment variables to set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Program to start, and its arguments, before those of the portability program.</summary>
    public IReadOnlyList<string> Prefix { get; init; } = [];

    /// <summary>Runtime that the portability program is published for, itself included; null for the installed one.</summary>
    public string? Runtime { get; init; }

    /// <summary>What the program must say of its machine, or else the switch had no effect.</summary>
    public string Shows { get; init; } = "";

    /// <summary>What the program must not say of its machine.</summary>
    public string? Hides { get; init; }

    /// <summary>
    /// Whether it trains, too: libtorch is there, and no test of the suite is. (Those of same bits try switches and cores.)
    /// </summary>
    public bool Trains { get; init; }

    /// <summary>
    /// How often the program may be started until it ends by itself: an emulator crashes now and then, which says nothing of the bits.
    /// </summary>
    public int Attempts { get; init; } = 1;

    /// <summary>A runtime switch, such as DOTNET_EnableAVX2 set to 0.</summary>
    public static Machine Switched(string variable, string value) =>
        new($"{variable}={value}") { Environment = new Dictionary<string, string> { [variable] = value } };

    /// <summary>A command that runs another, such as qemu-x86_64 -cpu Haswell.</summary>
    public static Machine Behind(params string[] prefix) => new(string.Join(' ', prefix)) { Prefix = prefix };
}
