using Build.Options;
using Cake.Core;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Sharing;
using FashionPipeline.Pipeline.Store.Remotes;

namespace Build;

/// <summary>Which remote store was named: by the option, else by the variable, else in the file with the user's settings.</summary>
internal static class NamedRemote
{
    /// <summary>Opens it; null for none.</summary>
    /// <exception cref="InputException">What was named is no address, or the file with the settings has faults.</exception>
    public static Func<IRemote>? Find(ICakeContext context) => AddressIn(context) is { } address
        ? () => address.Open(new RemoteOptions(), RemoteEnvironment.From(context.Environment.GetEnvironmentVariable, UserSettingsFile.Home))
        : null;

    // An empty variable says: none. A variable that is not there says nothing.
    private static RemoteAddress? AddressIn(ICakeContext context) =>
        PipelineArguments.Remote.ReadAll(context) is [var typed] ? Parse("--" + PipelineArguments.Remote.Name, typed)
        : context.Environment.GetEnvironmentVariable(PipelineArguments.RemoteVariable.Name) is { } value
            ? Parse(PipelineArguments.RemoteVariable.Name, value)
        : UserSettings.Read(UserSettingsFile.PathOf(context.Environment)).Remote;

    private static RemoteAddress? Parse(string name, string text)
    {
        try
        {
            return RemoteChoice.Parse(text);
        }
        catch (InputException fault)
        {
            throw new InputException($"{name}: {fault.Message}", fault);
        }
    }
}
