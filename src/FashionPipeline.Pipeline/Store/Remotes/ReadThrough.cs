using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// Asks a remote store for the result of a node that is about to be made. Whatever is wrong there is a line, and the node is made here; a
/// remote that cannot be used twice in a row, or does not answer at all, is left alone from then on. Safe to use from several threads.
/// </summary>
/// <param name="results">The results of the remote store.</param>
/// <param name="say">Takes the lines.</param>
public sealed class ReadThrough(RemoteResults results, Action<string> say)
{
    private const int MostFailures = 2;

    private readonly Lock gate = new();
    private int failures; // in a row; stays at the most

    /// <summary>What a node makes, where the remote has it, and the local store from now on; null where it has to be made.</summary>
    /// <param name="node">The node.</param>
    /// <param name="key">Its key, whose lock the caller has.</param>
    /// <exception cref="IOException">The local store is full or cannot be written to.</exception>
    public IReadOnlyDictionary<string, Artifact>? Find(StageNode node, StageKey key)
    {
        if (IsLeftAlone)
        {
            return null;
        }

        try
        {
            var result = results.Fetch(node, key);
            Reached();
            if (result is not null)
            {
                say(result.ToLine(node));
            }

            return result?.Outputs;
        }
        catch (UnfitResultException fault)
        {
            Reached();
            say($"{node.Id}  not taken from elsewhere: {fault.Message}");
        }
        catch (RemoteException fault)
        {
            say($"{node.Id}  not taken from elsewhere: {fault.Message}");
            Failed(fault.IsSilence);
        }

        return null;
    }

    private bool IsLeftAlone
    {
        get
        {
            lock (gate)
            {
                return failures == MostFailures;
            }
        }
    }

    private void Reached()
    {
        lock (gate)
        {
            failures = failures == MostFailures ? failures : 0;
        }
    }

    private void Failed(bool isSilence)
    {
        lock (gate)
        {
            if (failures < MostFailures && (failures = isSilence ? MostFailures : failures + 1) == MostFailures)
            {
                say($"{results.Address} is left alone for the rest of this run.");
            }
        }
    }
}
