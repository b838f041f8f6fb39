namespace Build.Options;

/// <summary>The forms in which a plan or an explanation is printed.</summary>
public enum OutputFormat
{
    /// <summary>Lines for people.</summary>
    Table,

    /// <summary>What needs what, for people.</summary>
    Tree,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>The matrix of a job of GitHub Actions.</summary>
    GitHub,
}
