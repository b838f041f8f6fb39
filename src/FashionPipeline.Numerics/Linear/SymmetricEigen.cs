namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// All eigenpairs of a small dense symmetric matrix, by cyclic Jacobi rotations.
/// Source: Golub and Van Loan, "Matrix Computations", 4th edition, section 8.5.
/// </summary>
public static class SymmetricEigen
{
    private const int MaxSweeps = 60;

    /// <summary>Eigenvalues, ascending, and eigenvectors.</summary>
    /// <param name="matrix">The matrix, row after row; not changed: [order, order].</param>
    /// <param name="order">Rows, and columns.</param>
    /// <returns>Eigenvalues [order] and orthonormal eigenvectors, one a column: [order, order].</returns>
    public static (double[] Values, double[] Vectors) Decompose(ReadOnlySpan<double> matrix, int order)
    {
        var a = matrix[..(order * order)].ToArray();
        var v = new double[order * order];
        for (var i = 0; i < order; i++)
        {
            v[(i * order) + i] = 1;
        }

        for (var sweep = 0; sweep < MaxSweeps && Sweep(a, v, order); sweep++)
        {
        }

        var ascending = Enumerable.Range(0, order).OrderBy(i => a[(i * order) + i]).ToArray();
        var vectors = new double[order * order];
        for (var row = 0; row < order; row++)
        {
            for (var column = 0; column < order; column++)
            {
                vectors[(row * order) + column] = v[(row * order) + ascending[column]];
            }
        }

        return (Array.ConvertAll(ascending, i => a[(i * order) + i]), vectors);
    }

    /// <summary>Rotates every off-diagonal entry to zero once; false where all of them were.</summary>
    private static bool Sweep(double[] a, double[] v, int order)
    {
        var rotated = false;
        for (var p = 0; p < order - 1; p++)
        {
            for (var q = p + 1; q < order; q++)
            {
                var (app, aqq, apq) = (a[(p * order) + p], a[(q * order) + q], a[(p * order) + q]);
                // Too small to change either diagonal entry, even in the difference of two that are close.
                if (Math.Abs(apq) <= 1e-18 * (Math.Abs(app) + Math.Abs(aqq)) || apq == 0)
                {
                    continue;
                }

                rotated = true;
                var theta = (aqq - app) / (2 * apq);
                var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                var c = 1 / Math.Sqrt((t * t) + 1);
                var s = t * c;
                for (var i = 0; i < order; i++)
                {
                    Rotate(ref a[(i * order) + p], ref a[(i * order) + q], c, s);
                    Rotate(ref v[(i * order) + p], ref v[(i * order) + q], c, s);
                }

                for (var i = 0; i < order; i++)
                {
                    Rotate(ref a[(p * order) + i], ref a[(q * order) + i], c, s);
                }

                a[(p * order) + q] = 0;
                a[(q * order) + p] = 0;
            }
        }

        return rotated;
    }

    private static void Rotate(ref double x, ref double y, double c, double s) => (x, y) = ((c * x) - (s * y), (s * x) + (c * y));
}
