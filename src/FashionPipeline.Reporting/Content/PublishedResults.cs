namespace FashionPipeline.Reporting.Content;

/// <summary>The numbers that the source of an experiment published, to be shown beside ours.</summary>
public sealed record PublishedResults
{
    /// <summary>What the source is, for the caption.</summary>
    public required string Citation { get; init; }

    /// <summary>Published figures of each model.</summary>
    public required IReadOnlyList<PublishedModel> Models { get; init; }

    /// <summary>Name of the model that the source's rule chose; null where it published none.</summary>
    public string? BestModel { get; init; }

    /// <summary>Name of the model that the source's text calls the best, where its code chose another; else null.</summary>
    public string? BestModelOfText { get; init; }

    /// <summary>Labels of the classes that the source calls weak; empty where it names none.</summary>
    public IReadOnlyList<int> WeakClasses { get; init; } = [];

    /// <summary>What the source says is taken for what: the label of a true class, and those that it is often taken for.</summary>
    public IReadOnlyList<IReadOnlyList<int>> TakenFor { get; init; } = [];

    /// <summary>Whether the source calls the mistakes reasonable; null where it does not say.</summary>
    public bool? HasReasonableMistakes { get; init; }

    /// <summary>Whether the source finds that its embedding agrees with its model; null where it does not say.</summary>
    public bool? EmbeddingAgrees { get; init; }

    /// <summary>Share of each class that the best model classified correctly, 0 to 1; empty where it published none.</summary>
    public IReadOnlyList<double> LabelCorrect { get; init; } = [];

    /// <summary>Confusion matrix of the best model, row by row, true class by row; empty where it published none.</summary>
    public IReadOnlyList<int> Confusion { get; init; } = [];
}

/// <summary>What the source published of one model.</summary>
/// <param name="Model">Name of the model in the experiment.</param>
/// <param name="Parameters">Trained parameters; null where not published.</param>
/// <param name="TrainingAccuracy">Training accuracy of the last epoch, 0 to 1; null where not published.</param>
/// <param name="ValidationAccuracy">Validation accuracy of the last epoch, 0 to 1; null where not published.</param>
public sealed record PublishedModel(string Model, long? Parameters, double? TrainingAccuracy, double? ValidationAccuracy)
{
    /// <summary>Whether the source calls it overfitted; null where it does not say.</summary>
    public bool? IsOverfitted { get; init; }
}
