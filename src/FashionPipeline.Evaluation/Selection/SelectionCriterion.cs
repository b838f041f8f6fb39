namespace FashionPipeline.Evaluation.Selection;

/// <summary>What the best model is chosen by. All figures are those of the last epoch.</summary>
public enum SelectionCriterion
{
    /// <summary>Highest sum of training and validation accuracy: the rule of the source.</summary>
    TrainingPlusValidationAccuracy,

    /// <summary>Highest validation accuracy.</summary>
    ValidationAccuracy,

    /// <summary>Highest training accuracy.</summary>
    TrainingAccuracy,

    /// <summary>Lowest validation loss.</summary>
    ValidationLoss,

    /// <summary>Smallest difference between training and validation accuracy.</summary>
    GeneralisationGap,
}
