namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// Makes the vectors of a block orthonormal by two passes of Cholesky QR, which reads the block in rows.
/// Source: Yamamoto, Nakatsukasa, Yanagisawa, Fukaya, "Roundoff error analysis of the CholeskyQR2 algorithm", 2015.
/// </summary>
internal static class Orthonormalisation
{
    /// <summary>Orthonormalises the first <paramref name="active"/> vectors; the others are zero and stay so.</summary>
    /// <exception cref="ArithmeticException">The vectors are linearly dependent.</exception>
    public static void Apply(VectorBlock block, int active)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            block.Combine(InverseFactor(block.Dot(block), block.Width, active));
        }
    }

    /// <summary>The inverse of R, where the Gram matrix is R^T R and R is upper triangular: [width, width].</summary>
    private static double[] InverseFactor(double[] gram, int width, int active)
    {
        var r = new double[width * width];
        for (var j = 0; j < active; j++)
        {
            for (var i = 0; i <= j; i++)
            {
                var sum = gram[(i * width) + j];
                for (var k = 0; k < i; k++)
                {
                    sum -= r[(k * width) + i] * r[(k * width) + j];
                }

                if (i < j)
                {
                    r[(i * width) + j] = sum / r[(i * width) + i];
                }
                else if (sum > 1e-15 * gram[(j * width) + j])
                {
                    r[(j * width) + j] = Math.Sqrt(sum);
                }
                else
                {
                    throw new ArithmeticException($"Vector {j} of a block depends on those before it.");
                }
            }
        }

        var inverse = new double[width * width];
        for (var j = 0; j < active; j++)
        {
            inverse[(j * width) + j] = 1 / r[(j * width) + j];
            for (var i = j - 1; i >= 0; i--)
            {
                var sum = 0d;
                for (var k = i + 1; k <= j; k++)
                {
                    sum -= r[(i * width) + k] * inverse[(k * width) + j];
                }

                inverse[(i * width) + j] = sum / r[(i * width) + i];
            }
        }

        return inverse;
    }
}
