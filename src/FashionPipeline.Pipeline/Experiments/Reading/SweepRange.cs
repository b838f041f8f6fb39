using System.Globalization;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>A range of numbers that a sweep draws a setting's values from.</summary>
/// <param name="From">The least.</param>
/// <param name="To">The greatest.</param>
/// <param name="Scale">How they lie between.</param>
/// <param name="IsWhole">Whether they are whole numbers.</param>
internal sealed record SweepRange(double From, double To, RangeScale Scale, bool IsWhole)
{
    private const int BinaryDigits = 53;

    /// <summary>The range, or null with faults recorded.</summary>
    /// <param name="value">What was written.</param>
    /// <param name="setting">Path of the setting, from the model on.</param>
    public static SweepRange? Read(YamlValue value, string setting)
    {
        if (value.Section(ExperimentFormat.Range) is not { } section)
        {
            return null;
        }

        var (least, greatest) = (section.Require("from"), section.Require("to"));
        var (from, to) = (section.Number("from"), section.Number("to"));
        var scale = RangeScale.Linear;
        if (section.Find("scale") is { } stated)
        {
            if (stated.Choice<RangeScale>() is not { } known)
            {
                return null;
            }

            scale = known;
        }

        if (from is not { } low || to is not { } high)
        {
            return null;
        }

        if (low >= high)
        {
            greatest!.Fault($"found {greatest.Written}; expected more than {least!.Written}, where the range begins");
            return null;
        }

        if (scale == RangeScale.Log && low == 0)
        {
            least!.Fault("found 0; expected more, as the orders of magnitude above 0 have no end; or take scale: linear");
            return null;
        }

        var isCount = IsCount(setting);
        if (isCount && !(IsInteger(low) && IsInteger(high)))
        {
            value.Fault($"found a range from {least!.Written} to {greatest!.Written}; expected whole numbers, as {setting} is a count");
            return null;
        }

        return new(low, high, scale, isCount);
    }

    /// <summary>A number of the range, as a file writes it.</summary>
    /// <param name="share">Where it lies on the scale: from 0, the least, up to, not including, 1.</param>
    public string At(double share)
    {
        // Each whole number has the room up to the next one.
        var end = IsWhole ? To + 1 : To;
        var number = Scale == RangeScale.Log ? Geometric(From, end, share) : From + (share * (end - From));
        number = IsWhole
            ? Math.Floor(number)
            : double.Parse(number.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Clamp(number, From, To).ToString(CultureInfo.InvariantCulture);
    }

    // On the logarithmic scale the geometric mean lies in the middle; square roots have the same bits everywhere, which exponentials have
    // not. Each binary digit of the share says in which half the number lies.
    private static double Geometric(double low, double high, double share)
    {
        for (var digit = 0; digit < BinaryDigits; digit++)
        {
            var middle = Math.Sqrt(low) * Math.Sqrt(high);
            share *= 2;
            if (share >= 1)
            {
                (low, share) = (middle, share - 1);
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static bool IsInteger(double number) => number <= int.MaxValue && Math.Floor(number) == number;

    // By the last key of the path, which means the same in every kind of layer.
    private static bool IsCount(string setting)
    {
        var keys = setting.Split('.');
        var sections = keys[0] == "training" ? [ExperimentFormat.Training] : LayerFormat.Settings;
        return sections.SelectMany(section => section.Settings).FirstOrDefault(key => key.Name == keys[^1])?.Form
            is IntegerForm or AlternativeForm;
    }
}
