using FashionPipeline.Data;
using FashionPipeline.Pipeline.Experiments.Texts;

namespace FashionPipeline.Pipeline.DataSets;

/// <summary>A small experiment to begin with.</summary>
internal static class ExampleExperiment
{
    private const int SmallestForWindows = 4; // a kernel of 3 and a window of 2 leave one pixel

    /// <summary>Its file's text.</summary>
    /// <param name="dataSet">The data that it trains on.</param>
    public static string Of(DataSet dataSet) => $$"""
        # yaml-language-server: $schema=schema.json
        title: {{YamlText.Of(dataSet.Title)}}
        data_set: {{YamlText.Of(dataSet.Name)}}
        seeds: [12345]

        models:
          - name: first
            title: A small network
            input: unit
            layers:
        {{(Math.Min(dataSet.Height, dataSet.Width) < SmallestForWindows ? "" : """
                  - conv2d: {filters: 16, kernel: 3, activation: relu}
                  - max_pool2d: 2
                  - flatten

            """)}}      - dense: {units: 64, activation: relu}
              - dense: {units: {{dataSet.LabelNames.Count}}, activation: softmax}

        training: {epochs: 5, batch_size: 32}

        """.ReplaceLineEndings("\n");
}
