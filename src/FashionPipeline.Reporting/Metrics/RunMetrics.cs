using System.Text.Json;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Reporting.Metrics;

/// <summary>The numbers of one run in <c>metrics.json</c>.</summary>
internal static class RunMetrics
{
    /// <summary>Writes one run as an object.</summary>
    public static void Write(Utf8JsonWriter json, RunFindings run, IReadOnlyList<string> names)
    {
        json.WriteStartObject();
        json.WriteNumber("seed", run.Seed);
        json.WriteNumber("accuracy", run.Classification.Accuracy);
        var intervals = run.Intervals;
        WriteInterval(json, "accuracyInterval", intervals.Accuracy);
        WriteCalibration(json, run.Calibration);
        WriteMistakes(json, run.Mistakes, names);
        WriteHistory(json, run.History);
        json.WriteStartArray("classes");
        for (var label = 0; label < names.Count; label++)
        {
            WriteScores(json, null, names[label], run.Classification.Classes[label], intervals.Classes[label]);
        }

        json.WriteEndArray();
        WriteScores(json, "macroAverage", null, run.Classification.MacroAverage);
        WriteScores(json, "weightedAverage", null, run.Classification.WeightedAverage);
        WriteConfusion(json, run.Confusion);
        json.WriteEndObject();
    }

    private static void WriteHistory(Utf8JsonWriter json, IReadOnlyList<EpochFigures> history)
    {
        json.WriteStartArray("history");
        foreach (var epoch in history)
        {
            json.WriteStartObject();
            json.WriteNumber("epoch", epoch.Epoch);
            json.WriteNumber("loss", epoch.Loss);
            json.WriteNumber("accuracy", epoch.Accuracy);
            json.WriteNumber("validationLoss", epoch.ValidationLoss);
            json.WriteNumber("validationAccuracy", epoch.ValidationAccuracy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScores(Utf8JsonWriter json, string? property, string? name, ClassScores scores, ClassIntervals? intervals = null)
    {
        if (property is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(property);
        }

        if (name is not null)
        {
            json.WriteString("class", name);
        }

        json.WriteNumber("precision", scores.Precision);
        json.WriteNumber("recall", scores.Recall);
        json.WriteNumber("f1", scores.F1);
        json.WriteNumber("support", scores.Support);
        if (intervals is not null)
        {
            WriteInterval(json, "precisionInterval", intervals.Precision);
            WriteInterval(json, "recallInterval", intervals.Recall);
        }

        json.WriteEndObject();
    }

    private static void WriteConfusion(Utf8JsonWriter json, ConfusionMatrix confusion)
    {
        json.WriteStartArray("confusion");
        for (var truth = 0; truth < confusion.Classes; truth++)
        {
            json.WriteStartArray();
            for (var predicted = 0; predicted < confusion.Classes; predicted++)
            {
                json.WriteNumberValue(confusion[truth, predicted]);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteCalibration(Utf8JsonWriter json, Calibration calibration)
    {
        json.WriteStartObject("calibration");
        json.WriteNumber("meanConfidence", calibration.MeanConfidence);
        json.WriteNumber("expectedError", calibration.ExpectedError);
        json.WriteNumber("maximumError", calibration.MaximumError);
        json.WriteEndObject();
    }

    private static void WriteMistakes(Utf8JsonWriter json, IReadOnlyList<Mistake> mistakes, IReadOnlyList<string> names)
    {
        json.WriteStartArray("mostConfidentMistakes");
        foreach (var mistake in mistakes.Take(Findings.ShownImages))
        {
            json.WriteStartObject();
            json.WriteNumber("image", mistake.Image);
            json.WriteString("class", names[mistake.Truth]);
            json.WriteString("predicted", names[mistake.Predicted]);
            json.WriteNumber("probability", mistake.Confidence);
            json.WriteNumber("classProbability", mistake.TruthProbability);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteInterval(Utf8JsonWriter json, string property, WilsonInterval interval)
    {
        json.WriteStartObject(property);
        json.WriteNumber("low", interval.Low);
        json.WriteNumber("high", interval.High);
        json.WriteEndObject();
    }
}
