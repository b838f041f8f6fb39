using System.Runtime.InteropServices;

namespace Build.Proofs;

/// <summary>The machines that can be had here.</summary>
internal static class Machines
{
    private const string Arm64Libraries = "/usr/aarch64-linux-gnu";
    private const int EmulatorAttempts = 5; // it still crashes in one run of ten or so
    private static readonly string[] EmulatedProcessors = ["Haswell", "Skylake-Server", "EPYC-Rome"];

    // On a busy computer QEMU's user emulation now and then crashes with .NET's threads; numbers of cores are tried natively.
    private static readonly Dictionary<string, string> OneThread =
        new() { ["DOTNET_PROCESSOR_COUNT"] = "1", ["DOTNET_gcConcurrent"] = "0" };

    /// <summary>The machines, this one first, and a line for each kind that is missing.</summary>
    public static (IReadOnlyList<Machine> Found, IReadOnlyList<string> Missing) Find()
    {
        var missing = new List<string>();
        return ([Native(missing), .. Instructions(), .. Cores(), .. Pinned(missing),
            .. EmulatedX64(missing), .. EmulatedArm64(missing)], missing);
    }

    // The systems and processors that Training's project takes libtorch for.
    private static Machine Native(List<string> missing)
    {
        var architecture = RuntimeInformation.ProcessArchitecture;
        var hasLibTorch = OperatingSystem.IsMacOS() ? architecture == Architecture.Arm64 : architecture == Architecture.X64;
        if (!hasLibTorch)
        {
            missing.Add($"No whole training is tried: there is no libtorch for {RuntimeInformation.RuntimeIdentifier}.");
        }

        return new Machine("native") { Trains = hasLibTorch };
    }

    private static IEnumerable<Machine> Instructions()
    {
        if (RuntimeInformation.ProcessArchitecture == Architecture.X64)
        {
            yield return Machine.Switched("DOTNET_PreferredVectorBitWidth", "256") with { Hides = "512-bit" };
            yield return Machine.Switched("DOTNET_EnableAVX512", "0") with { Hides = "AVX-512" };
            yield return Machine.Switched("DOTNET_EnableAVX2", "0") with { Hides = "AVX2" };
        }

        yield return Machine.Switched("DOTNET_EnableHWIntrinsic", "0") with { Shows = "no intrinsics" };
    }

    private static IEnumerable<Machine> Cores() =>
        from cores in new[] { "1", "2", "4" }
        select Machine.Switched("DOTNET_PROCESSOR_COUNT", cores) with { Shows = $" {cores} core" };

    private static IEnumerable<Machine> Pinned(List<string> missing)
    {
        if (!Has("taskset"))
        {
            missing.Add("taskset is not installed: the number of cores is limited by DOTNET_PROCESSOR_COUNT alone.");
            return [];
        }

        var allowed = AllowedCores();
        return from cores in new[] { 1, 2, 4 }
               where cores <= allowed.Count
               select Machine.Behind("taskset", "-c", string.Join(',', allowed.Take(cores))) with { Shows = $" {cores} core" };
    }

    private static IEnumerable<Machine> EmulatedX64(List<string> missing)
    {
        if (RuntimeInformation.RuntimeIdentifier.StartsWith("linux", StringComparison.Ordinal)
            && RuntimeInformation.ProcessArchitecture == Architecture.X64
            && Has("qemu-x86_64"))
        {
            return EmulatedProcessors.Select(processor =>
                Machine.Behind("qemu-x86_64", "-cpu", processor) with
                {
                    Environment = OneThread, Attempts = EmulatorAttempts, Trains = true,
                });
        }

        missing.Add("Other x86-64 processors are not tried: that takes Linux and qemu-x86_64 (Debian: apt-get install qemu-user).");
        return [];
    }

    private static IEnumerable<Machine> EmulatedArm64(List<string> missing)
    {
        if (Has("qemu-aarch64") && Directory.Exists(Arm64Libraries))
        {
            return [Machine.Behind("qemu-aarch64", "-L", Arm64Libraries) with { Runtime = "linux-arm64",
                Shows = "Arm64", Environment = OneThread, Attempts = EmulatorAttempts }];
        }

        missing.Add(
            "Arm is not tried: that takes Linux and qemu-aarch64 (Debian: apt-get install qemu-user libc6-arm64-cross "
                + "libstdc++6-arm64-cross libgcc-s1-arm64-cross).");
        return [];
    }

    private static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Numbers of the cores that this process may use, as Linux writes them: 0-3,8.</summary>
    private static List<int> AllowedCores()
    {
        const string Field = "Cpus_allowed_list:";
        var list = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Field, StringComparison.Ordinal))[Field.Length..];
        return [.. list.Split(',').Select(range => Array.ConvertAll(range.Split('-'), int.Parse))
            .SelectMany(range => Enumerable.Range(range[0], range[^1] - range[0] + 1))];
    }
}
