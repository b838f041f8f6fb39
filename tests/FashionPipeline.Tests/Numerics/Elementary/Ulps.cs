using System.Numerics;

namespace FashionPipeline.Tests.Numerics.Elementary;

/// <summary>Compares float32 functions with double precision, over every 4001st of all bit patterns.</summary>
internal static class Ulps
{
    private const int Stride = 4001;

    /// <summary>The largest error in units in the last place of the true value.</summary>
    public static double Worst(Func<Vector<float>, Vector<float>> function, Func<double, double> truth)
    {
        var worst = 0d;
        foreach (var x in EveryKindOfNumber().Where(x => !float.IsNaN(x)))
        {
            var expected = truth(x);
            var found = function(new Vector<float>(x))[0];
            if (!float.IsFinite((float)expected) || !float.IsFinite(found))
            {
                Assert.Equal((float)expected, found);
                continue;
            }

            worst = Math.Max(worst, Math.Abs(found - expected) / UnitInTheLastPlace(expected));
        }

        return worst;
    }

    /// <summary>Numbers of every size and sign, infinities and NaNs.</summary>
    public static IEnumerable<float> EveryKindOfNumber()
    {
        for (var bits = 0L; bits <= uint.MaxValue; bits += Stride)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)bits);
        }
    }

    private static double UnitInTheLastPlace(double value) => Math.ScaleB(1, Math.Max(value == 0 ? -126 : Math.ILogB(value), -126) - 23);
}
