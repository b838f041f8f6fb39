using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// The smallest eigenpairs of a normalised Laplacian, without a factorisation: subspace iteration on a block of vectors, each step a
/// Chebyshev polynomial of the Laplacian that enlarges what lies below the block's largest Ritz value and damps all above it.
/// The null space is known (sqrt(degree) on each component) and stays out of the iteration.
/// Source: Zhou, Saad, Tiago, Chelikowsky, "Self-consistent-field calculations using Chebyshev-filtered subspace iteration", 2006.
/// </summary>
public sealed record LaplacianEigenpairs
{
    /// <summary>The iteration ends when the norm of L·v - λ·v is no greater than this for every pair (v has norm 1).</summary>
    public const double Tolerance = 1e-13;

    private const int MaxIterations = 500;
    private const int MaxDegree = 400;
    private const double Amplification = 1e5;
    private const double HighestCut = 1.95;

    // Vectors beyond those asked for: the last pairs of a block converge slowest.
    private const int Guards = 5;

    /// <summary>Eigenvalues, ascending: [count].</summary>
    public required double[] Values { get; init; }

    /// <summary>
    /// Eigenvectors of norm 1. Those of eigenvalue 0 are sqrt(degree) on one component and zero elsewhere, in the order of the
    /// components: [count][order].
    /// </summary>
    public required double[][] Vectors { get; init; }

    /// <summary>Largest norm of L·v - λ·v.</summary>
    public required double LargestResidual { get; init; }

    /// <summary>Computes the smallest eigenpairs.</summary>
    /// <param name="laplacian">The Laplacian.</param>
    /// <param name="count">Eigenpairs to compute, the zeros counted: 1 to the order of the Laplacian.</param>
    /// <param name="start">Random numbers of the start vectors.</param>
    /// <param name="parallel">Cores to use, and cancellation; changes no result.</param>
    /// <exception cref="ArithmeticException">The iteration did not converge.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static LaplacianEigenpairs Compute(NormalisedLaplacian laplacian, int count, RandomStream start, ParallelOptions parallel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, laplacian.Order);
        var zeros = Math.Min(count, laplacian.Components.Count);
        var nullVectors = Enumerable.Range(0, zeros).Select(component => NullVector(laplacian, component)).ToArray();
        if (zeros == count)
        {
            return new LaplacianEigenpairs { Values = new double[count], Vectors = nullVectors, LargestResidual = 0 };
        }

        var (values, vectors, residual) = Iterate(laplacian, count - zeros, start, parallel);
        return new LaplacianEigenpairs
        {
            Values = [.. new double[zeros], .. values],
            Vectors = [.. nullVectors, .. vectors],
            LargestResidual = residual,
        };
    }

    private static (double[] Values, double[][] Vectors, double Residual) Iterate(
        NormalisedLaplacian laplacian, int wanted, RandomStream start, ParallelOptions parallel)
    {
        var order = laplacian.Order;
        var free = order - laplacian.Components.Count;

        // A block of half the space or more is made the whole of it, which needs no iteration.
        var width = ((2 * (wanted + Guards) < free ? wanted + Guards : free) + 7) / 8 * 8;
        var active = Math.Min(width, free);
        var vectors = new VectorBlock(order, width, parallel);
        var images = new VectorBlock(order, width, parallel);
        for (var i = 0; i < order; i++)
        {
            for (var lane = 0; lane < active; lane++)
            {
                vectors.Values[(i * width) + lane] = start.Double(((long)i * width) + lane) - 0.5;
            }
        }

        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            laplacian.RemoveNullSpace(vectors);
            Orthonormalisation.Apply(vectors, active);
            var ritz = RayleighRitz(laplacian, vectors, images, active);
            var residual = LargestResidualOf(vectors, images, ritz, wanted);
            if (residual <= Tolerance)
            {
                return (ritz[..wanted], [.. Enumerable.Range(0, wanted).Select(vectors.Column)], residual);
            }

            // An eigenvalue may be repeated more often than the block is wide: what is wanted must lie below the cut in any case.
            vectors = Filter(laplacian, vectors, images, cut: Math.Max(ritz[^1], 1.1 * ritz[wanted - 1]));
            images = new VectorBlock(order, width, parallel);
        }

        throw new ArithmeticException($"The {wanted} smallest eigenpairs of the Laplacian did not converge in {MaxIterations} iterations.");
    }

    /// <summary>
    /// Rotates the vectors to the best approximations of eigenvectors in their span, <paramref name="images"/> to L times them.
    /// </summary>
    private static double[] RayleighRitz(NormalisedLaplacian laplacian, VectorBlock vectors, VectorBlock images, int active)
    {
        laplacian.Apply(vectors, 1, 0, 0, vectors, images);
        var projected = vectors.Dot(images);
        var width = vectors.Width;
        var small = new double[active * active];
        for (var i = 0; i < active; i++)
        {
            for (var j = 0; j < active; j++)
            {
                small[(i * active) + j] = (projected[(i * width) + j] + projected[(j * width) + i]) / 2;
            }
        }

        var (values, rotation) = SymmetricEigen.Decompose(small, active);
        var padded = new double[width * width];
        for (var i = 0; i < active; i++)
        {
            rotation.AsSpan(i * active, active).CopyTo(padded.AsSpan(i * width));
        }

        vectors.Combine(padded);
        images.Combine(padded);
        return values;
    }

    private static double LargestResidualOf(VectorBlock vectors, VectorBlock images, double[] ritz, int wanted)
    {
        var squares = new double[wanted];
        for (var i = 0; i < vectors.Length; i++)
        {
            var vector = vectors.Row(i);
            var image = images.Row(i);
            for (var lane = 0; lane < wanted; lane++)
            {
                var difference = image[lane] - (ritz[lane] * vector[lane]);
                squares[lane] += difference * difference;
            }
        }

        return Math.Sqrt(squares.Max());
    }

    /// <summary>
    /// The Chebyshev polynomial that is at most 1 on [<paramref name="cut"/>, 2] and at 0 reaches the amplification, of the Laplacian,
    /// times the vectors.
    /// </summary>
    private static VectorBlock Filter(NormalisedLaplacian laplacian, VectorBlock vectors, VectorBlock scratch, double cut)
    {
        // A block of random vectors may start anywhere; at 2 the interval would shrink to nothing.
        cut = Math.Min(cut, HighestCut);
        var centre = (2 + cut) / 2;
        var halfWidth = (2 - cut) / 2;
        var (previous, current) = (vectors, scratch);
        laplacian.Apply(previous, 1 / halfWidth, centre, 0, previous, current);
        var (atZeroBefore, atZero) = (1d, centre / halfWidth);
        for (var degree = 1; degree < MaxDegree && atZero < Amplification; degree++)
        {
            laplacian.Apply(current, 2 / halfWidth, centre, 1, previous, previous);
            (previous, current) = (current, previous);
            (atZeroBefore, atZero) = (atZero, (2 * centre / halfWidth * atZero) - atZeroBefore);
        }

        return current;
    }

    private static double[] NullVector(NormalisedLaplacian laplacian, int component)
    {
        var vector = new double[laplacian.Order];
        var squares = 0d;
        for (var node = 0; node < vector.Length; node++)
        {
            if (laplacian.Components.ComponentOfNode[node] == component)
            {
                vector[node] = laplacian.SqrtDegrees[node];
                squares += vector[node] * vector[node];
            }
        }

        var norm = Math.Sqrt(squares);
        return Array.ConvertAll(vector, value => value / norm);
    }
}
