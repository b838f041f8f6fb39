using FashionPipeline.Data.Splits;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

public sealed class ValidationTests : IDisposable
{
    private const string Set = ExperimentDesk.Valid + "\nvalidation: {fraction: 0.25, seed: 7}";

    private readonly ExperimentDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_read_how_a_validation_set_is_cut_out()
    {
        Assert.Equal(new ValidationOptions { Fraction = 0.25, Seed = 7 }, desk.LoadText(Set).Validation);
        Assert.Equal(new ValidationOptions(), desk.LoadText(ExperimentDesk.Valid + "\nvalidation: {}").Validation);
        Assert.Null(desk.LoadText(ExperimentDesk.Valid).Validation);
    }

    [Fact]
    public void Should_cut_one_out_where_a_single_setting_asks_for_it() => Assert.Equal(
        new ValidationOptions { Fraction = 0.2 }, desk.LoadText(ExperimentDesk.Valid, "validation.fraction=0.2").Validation);

    [Fact]
    public void Should_take_an_inherited_one_away_with_nothing()
    {
        desk.Write("parent", Set);

        Assert.Null(desk.LoadText("extends: parent\nvalidation:").Validation);
        Assert.Null(desk.LoadText("extends: parent", "validation=").Validation);
        Assert.Equal(0.25, desk.LoadText("extends: parent\nvalidation: {seed: 8}").Validation!.Fraction);
    }

    [Fact]
    public void Should_not_let_test_images_end_a_training()
    {
        Assert.Equal(2, desk.LoadText(Set, "training.early_stopping=2").Training.Patience);
        Assert.Equal(0, desk.LoadText(ExperimentDesk.Valid, "training.early_stopping=0").Training.Patience);
        var exception = Assert.Throws<InputException>(() => desk.LoadText(ExperimentDesk.Valid, "training.early_stopping=2"));
        Assert.Contains("training.early_stopping", exception.Message, StringComparison.Ordinal);
        Assert.Contains("add validation: {fraction: 0.1}", exception.Message, StringComparison.Ordinal);
    }

    // The rule of the source adds the training accuracy, as a counterweight to what its choice has seen.
    [Fact]
    public void Should_choose_by_validation_accuracy_unless_another_rule_is_named()
    {
        Assert.Equal(SelectionCriterion.ValidationAccuracy, desk.LoadText(Set).Selection);
        Assert.Equal(SelectionCriterion.ValidationLoss, desk.LoadText(Set, "selection=validation_loss").Selection);
        Assert.Equal(SelectionCriterion.TrainingPlusValidationAccuracy, desk.LoadText(ExperimentDesk.Valid).Selection);
    }
}
