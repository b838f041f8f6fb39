using FashionPipeline.Portability;
using FashionPipeline.Portability.Training;

namespace FashionPipeline.Tests.Portability;

public class DigestTableTests
{
    [Fact]
    public void Should_find_the_bits_that_the_repository_expects() =>
        Assert.Empty(DigestTable.Of(Case.All).DifferencesFrom(DigestTable.ExpectedBy(typeof(Case).Assembly)));

    [Fact]
    public void Should_train_to_the_bits_that_the_repository_expects() =>
        Assert.Empty(DigestTable.Of(TrainingCases.All).DifferencesFrom(DigestTable.ExpectedBy(typeof(TrainingCases).Assembly)));

    [Fact]
    public void Should_give_each_case_a_name_of_its_own_without_spaces()
    {
        Assert.DoesNotContain(Case.All, each => each.Name.Any(char.IsWhiteSpace));
        Assert.Distinct(Case.All.Select(each => each.Name));
    }

    [Fact]
    public void Should_name_every_case_that_differs_or_is_only_on_one_side()
    {
        // SHA-256 of nothing starts with e3b0c44298fc1c14.
        var table = DigestTable.Of([new Case("a", () => []), new Case("b", () => []), new Case("c", () => [])]);

        var differences = table.DifferencesFrom(DigestTable.Parse("a  e3b0c44298fc1c14\nb  0000000000000000\nd  1111111111111111\n"));

        Assert.Equal(
            [
                "b: found e3b0c44298fc1c14, expected 0000000000000000",
                "c: found e3b0c44298fc1c14, expected nothing",
                "d: found nothing, expected 1111111111111111",
            ],
            differences);
    }

    [Fact]
    public void Should_read_what_it_writes()
    {
        var table = DigestTable.Of([new Case("group/a", () => [1]), new Case("group/b", () => [2])]);

        Assert.Empty(DigestTable.Parse(table.ToString()).DifferencesFrom(table));
        Assert.Equal(table.Overall, DigestTable.Parse(table.ToString()).Overall);
    }

    [Fact]
    public void Should_tell_a_negative_zero_from_a_positive_one()
    {
        Assert.NotEqual(Bits.Of(0f), Bits.Of(-0f));
        Assert.NotEqual(Bits.Of(0d), Bits.Of(-0d));
    }
}
