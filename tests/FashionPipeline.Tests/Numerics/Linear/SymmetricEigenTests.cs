using FashionPipeline.Numerics.Linear;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Numerics.Linear;

public class SymmetricEigenTests
{
    [Fact]
    public void Should_find_the_eigenpairs_of_a_matrix_that_is_solved_by_hand()
    {
        var (values, vectors) = SymmetricEigen.Decompose([2, 1, 1, 2], 2);

        Assert.Equal(1, values[0], 1e-15);
        Assert.Equal(3, values[1], 1e-15);
        Assert.Equal(-vectors[0], vectors[2], 1e-15);
        Assert.Equal(vectors[1], vectors[3], 1e-15);
    }

    [Fact]
    public void Should_leave_a_diagonal_matrix_as_it_is_but_sort_it()
    {
        var (values, vectors) = SymmetricEigen.Decompose([5, 0, 0, 0, -1, 0, 0, 0, 0], 3);

        Assert.Equal([-1, 0, 5], values);
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 1, 0], vectors);
    }

    [Fact]
    public void Should_give_ascending_values_and_orthonormal_vectors_that_make_up_the_matrix() => Prop.ForAll(Matrices(), sample =>
    {
        var (matrix, order) = sample;
        var (values, vectors) = SymmetricEigen.Decompose(matrix, order);
        var largest = matrix.Max(Math.Abs);
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                var composed = Enumerable.Range(0, order).Sum(k => vectors[(i * order) + k] * values[k] * vectors[(j * order) + k]);
                Assert.Equal(matrix[(i * order) + j], composed, 1e-13 * order * largest);
                var product = Enumerable.Range(0, order).Sum(k => vectors[(k * order) + i] * vectors[(k * order) + j]);
                Assert.Equal(i == j ? 1 : 0, product, 1e-13 * order);
            }
        }

        return values.SequenceEqual(values.Order());
    }).QuickCheckThrowOnFailure();

    // Entries of a few whole numbers give repeated eigenvalues, and matrices without full rank.
    private static Arbitrary<(double[] Matrix, int Order)> Matrices() => Arb.From(
        from order in Gen.Choose(1, 24)
        from whole in Gen.Elements(true, false)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (Draw(order, whole, new System.Random(seed)), order));

    private static double[] Draw(int order, bool whole, System.Random random)
    {
        var matrix = new double[order * order];
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[(i * order) + j] = matrix[(j * order) + i] = whole ? random.Next(3) : random.NextDouble() - 0.5;
            }
        }

        return matrix;
    }
}
