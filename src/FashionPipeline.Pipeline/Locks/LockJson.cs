using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>Reads and writes locks by generated code.</summary>
[JsonSerializable(typeof(LockFile))]
[JsonSerializable(typeof(CodeLock))]
internal sealed partial class LockJson : JsonSerializerContext
{
    private static readonly LockJson Canonical = new(CanonicalJson.NewOptions());

    /// <summary>A lock.</summary>
    public static JsonTypeInfo<LockFile> Lock => Canonical.LockFile;

    /// <summary>The code behind a lock.</summary>
    public static JsonTypeInfo<CodeLock> Code => Canonical.CodeLock;

    /// <summary>Reads a lock that may have been edited, or merged wrongly.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">Where they are from, for messages.</param>
    /// <param name="type">What it is.</param>
    /// <param name="isWhole">Whether nothing is null that must not be.</param>
    /// <exception cref="InputException">It is no such lock.</exception>
    public static T Read<T>(byte[] file, string name, JsonTypeInfo<T> type, Func<T, bool> isWhole)
    {
        try
        {
            return CanonicalJson.Read(file, type) is var read && isWhole(read) ? read : throw new JsonException("A part of it is null.");
        }
        catch (JsonException fault)
        {
            throw new InputException($"{name} is damaged: {fault.Message}\nTake it from git, or make it again.", fault)
            {
                Remedy = Remedy.MakeReport,
            };
        }
    }
}
