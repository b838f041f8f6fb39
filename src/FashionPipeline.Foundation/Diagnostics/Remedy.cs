namespace FashionPipeline.Foundation.Diagnostics;

/// <summary>
/// What a command can do about a fault. How the command is typed is known to the build program alone. A new one comes last: compiled code
/// holds their numbers, and code counts for results.
/// </summary>
public enum Remedy
{
    /// <summary>Take the data set's files from a folder or a server of the user's, or an experiment that needs none.</summary>
    GetDataElsewhere,

    /// <summary>Preprocess the data set, after what was made of it is removed.</summary>
    PreprocessAgain,

    /// <summary>Evaluate the models.</summary>
    EvaluateAgain,

    /// <summary>Make the report, with its lock.</summary>
    MakeReport,

    /// <summary>Prune the store.</summary>
    Prune,

    /// <summary>Name an experiment.</summary>
    NameExperiment,

    /// <summary>Keep the store, with the downloaded data, in another folder.</summary>
    NameStore,

    /// <summary>Keep the store and the reports in other folders.</summary>
    NameStoreAndReports,

    /// <summary>Show where an error came from.</summary>
    ShowCause,

    /// <summary>Name a remote store.</summary>
    NameRemote,

    /// <summary>Submit the experiment to the cluster.</summary>
    Submit,
}
