using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FashionPipeline.Tests.Numerics.Elementary;

/// <summary>The control word of the thread (MXCSR), which the C library sets as a native library would.</summary>
internal static class ControlWord
{
    public const uint SubnormalsReadAsZero = 0x0040;
    public const uint SubnormalsWrittenAsZero = 0x8000;
    public const uint RoundsDown = 0x2000;
    public const uint RoundsUp = 0x4000;
    public const uint RoundsToZero = 0x6000;

    // Where glibc's fenv_t has it on x86-64, behind the environment of the x87.
    private const int Offset = 28;
    private const int Length = Offset + sizeof(uint);

    /// <summary>Whether it is known here how to set it.</summary>
    public static bool IsKnown => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Sets bits of it for this thread and those that it starts.</summary>
    public static void Set(uint bits)
    {
        var environment = new byte[Length];
        Assert.Equal(0, Get(environment));
        var word = environment.AsSpan(Offset);
        BinaryPrimitives.WriteUInt32LittleEndian(word, BinaryPrimitives.ReadUInt32LittleEndian(word) | bits);
        Assert.Equal(0, Set(environment));
    }

    [DllImport("libm.so.6", EntryPoint = "fegetenv")]
    private static extern int Get(byte[] environment);

    [DllImport("libm.so.6", EntryPoint = "fesetenv")]
    private static extern int Set(byte[] environment);
}
