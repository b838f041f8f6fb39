using System.Text.Encodings.Web;
using System.Text.Json;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;

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
            WriteMcNemar(json, content.Findings.Comparison);
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
            WriteSpread(json, "trainingAccuracy", model.Findings.TrainingAccuracy);
            WriteSpread(json, "validationAccuracy", model.Findings.ValidationAccuracy);
            WriteSpread(json, "validationLoss", model.Findings.ValidationLoss);
            json.WriteStartArray("runs");
            foreach (var run in model.Runs)
            {
                RunMetrics.Write(json, run, content.DataSet.LabelNames);
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

    private static void WriteSelection(Utf8JsonWriter json, ReportContent content)
    {
        json.WriteStartObject("selection");
        json.WriteString("criterion", content.Findings.Selection.Criterion.ToString());
        json.WriteString("model", content.Findings.Selection.Model);
        json.WriteStartArray("winners");
        foreach (var winner in content.Findings.Selection.Winners)
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
