using System.Text.Encodings.Web;
using System.Text.Json;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Metrics;

/// <summary>The report's numbers as JSON, in a fixed order and in full: every double reads back as it was.</summary>
public static class MetricsFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>metrics.json</c>: UTF-8 without a byte order mark, two blanks a level, LF.</summary>
    public static byte[] ToBytes(ReportContent content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("experiment", content.Experiment);
            WriteDataSet(json, content);
            WriteModels(json, content);
            WriteSelection(json, content);
            WriteMcNemar(json, ModelComparison.Of(content));
            WriteEmbedding(json, content);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    private static void WriteDataSet(Utf8JsonWriter json, ReportContent content)
    {
        json.WriteStartObject("dataSet");
        json.WriteString("name", content.DataSet.Name);
        json.WriteBoolean("synthetic", content.DataSet.IsSynthetic);
        json.WriteNumber("trainingImages", content.Data.Train.Count);
        json.WriteNumber("testImages", content.Data.Test.Count);
        json.WriteNumber("classes", content.DataSet.LabelNames.Count);
        json.WriteEndObject();
    }

    private static void WriteModels(Utf8JsonWriter json, ReportContent content)
    {
        json.WriteStartArray("models");
        foreach (var model in content.Models)
        {
            json.WriteStartObject();
            json.WriteString("name", model.Name);
            json.WriteString("inputScaling", model.InputScaling);
            json.WriteNumber("parameters", model.Parameters);
            WriteSpread(json, "trainingAccuracy", model.TrainingAccuracy);
            WriteSpread(json, "validationAccuracy", model.ValidationAccuracy);
            WriteSpread(json, "validationLoss", model.ValidationLoss);
            json.WriteStartArray("runs");
            foreach (var run in model.Runs)
            {
                WriteRun(json, run, content.DataSet.LabelNames);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpread(Utf8JsonWriter json, string property, Spread spread)
    {
        json.WriteStartObject(property);
        json.WriteNumber("mean", spread.Mean);
        if (spread.Deviation is { } deviation)
        {
            json.WriteNumber("standardDeviation", deviation);
        }

        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, RunContent run, IReadOnlyList<string> names)
    {
        json.WriteStartObject();
        json.WriteNumber("seed", run.Seed);
        json.WriteNumber("accuracy", run.Classification.Accuracy);
        var intervals = ClassificationIntervals.Of(run.Confusion);
        WriteInterval(json, "accuracyInterval", intervals.Accuracy);
        WriteCalibration(json, Calibration.Of(run.Predictions));
        WriteMistakes(json, Mistake.MostConfidentOf(run.Predictions), names);
        json.WriteStartArray("history");
        foreach (var epoch in run.History)
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
        json.WriteStartArray("classes");
        for (var label = 0; label < names.Count; label++)
        {
            WriteScores(json, null, names[label], run.Classification.Classes[label], intervals.Classes[label]);
        }

        json.WriteEndArray();
        WriteScores(json, "macroAverage", null, run.Classification.MacroAverage);
        WriteScores(json, "weightedAverage", null, run.Classification.WeightedAverage);
        json.WriteStartArray("confusion");
        for (var truth = 0; truth < run.Confusion.Classes; truth++)
        {
            json.WriteStartArray();
            for (var predicted = 0; predicted < run.Confusion.Classes; predicted++)
            {
                json.WriteNumberValue(run.Confusion[truth, predicted]);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
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
        foreach (var mistake in mistakes.Take(MistakesSection.Most))
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

    private static void WriteSelection(Utf8JsonWriter json, ReportContent content)
    {
        json.WriteStartObject("selection");
        json.WriteString("criterion", content.Selection.Criterion.ToString());
        json.WriteString("model", content.Selection.Model);
        json.WriteStartArray("winners");
        foreach (var winner in content.Selection.Winners)
        {
            json.WriteStartObject();
            json.WriteString("criterion", winner.Criterion.ToString());
            json.WriteString("model", winner.Model);
            json.WriteNumber("value", winner.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMcNemar(Utf8JsonWriter json, ModelComparison? comparison)
    {
        if (comparison is not var (best, next, test))
        {
            json.WriteNull("mcNemar");
            return;
        }

        json.WriteStartObject("mcNemar");
        json.WriteString("first", best.Name);
        json.WriteString("second", next.Name);
        json.WriteNumber("seed", best.FirstRun.Seed);
        json.WriteNumber("bothCorrect", test.BothCorrect);
        json.WriteNumber("onlyFirst", test.OnlyFirst);
        json.WriteNumber("onlySecond", test.OnlySecond);
        json.WriteNumber("neitherCorrect", test.NeitherCorrect);
        json.WriteBoolean("exact", test.IsExact);
        if (test.Statistic is { } statistic)
        {
            json.WriteNumber("statistic", statistic);
        }

        json.WriteNumber("pValue", test.PValue);
        json.WriteEndObject();
    }

    private static void WriteEmbedding(Utf8JsonWriter json, ReportContent content)
    {
        if (content.Embedding is not { } embedding)
        {
            json.WriteNull("embedding");
            return;
        }

        json.WriteStartObject("embedding");
        json.WriteNumber("points", embedding.Labels.Length);
        json.WriteNumber("neighbours", embedding.Options.Neighbours);
        json.WriteNumber("components", embedding.Result.Components);
        json.WriteNumber("nonZeros", embedding.Result.NonZeros);
        json.WriteStartArray("eigenvalues");
        foreach (var value in embedding.Result.Eigenvalues)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
