using System.Globalization;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

/// <summary>Settings of a model's own, its variants and its sweep.</summary>
public sealed class ModelExpansionTests : IDisposable
{
    private const string Head = """
        title: T
        data_set: garments
        seeds: [1]
        training: {epochs: 2, learning_rate: 0.01}
        models:
          - name: cnn
            title: Network
            input: unit
            layers: [random_flip, random_shift: 1, flatten, dropout: 0.1, dense: 3]

        """;

    private readonly ExperimentDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_let_a_model_differ_in_seeds_and_training_and_keep_what_it_does_not_state()
    {
        var model = Load("""
                seeds: [1, 6]
                training: {epochs: 7, optimiser: sgd, momentum: 0.9, nesterov: true}
                test_time_flip: true
            """).Models.Single();

        Assert.Equal([1ul, 6], model.Seeds);
        Assert.Equal((7, 0.01, true), (model.Training.Epochs, model.Training.LearningRate, model.Training.IsNesterov));
        Assert.Equal(OptimiserKind.Sgd, model.Training.Optimiser);
        Assert.True(model.Network.IsFlippedInTest);
    }

    [Fact]
    public void Should_write_variants_out_behind_their_model()
    {
        var models = Load("""
                variants:
                  without-flip: {layers.01: ~, layers.04.rate: 0.3}
                  longer: {training.epochs: 9, title: Trained for longer}
            """).Models;

        Assert.Equal(["cnn", "cnn-without-flip", "cnn-longer"], models.Select(model => model.Name));
        Assert.Equal(["Network", "Network, without flip", "Trained for longer"], models.Select(model => model.Title));
        Assert.Equal(
            ["random_shift: {pixels: 1}", "flatten", "dropout: {rate: 0.3}"],
            models[1].Network.Layers.Take(3).Select(layer => layer.Text));
        Assert.Equal((2, 2, 9), (models[0].Training.Epochs, models[1].Training.Epochs, models[2].Training.Epochs));
        Assert.Null(models[0].Variation);
        Assert.Equal(("cnn", false), (models[1].Variation!.Of, models[1].Variation!.IsOfSweep));
        Assert.Equal(
            [new("layers.01", "null"), new KeyValuePair<string, string>("layers.04.rate", "0.3")], models[1].Variation!.Settings);
    }

    [Fact]
    public void Should_make_a_model_of_every_combination_of_a_sweep()
    {
        var models = Load("""
                sweep: {settings: {training.learning_rate: [0.001, 0.003], layers.04.rate: [0.1, 0.2]}}
            """).Models;

        Assert.Equal(
            [
                "cnn-learning-rate-0-001-rate-0-1", "cnn-learning-rate-0-001-rate-0-2", "cnn-learning-rate-0-003-rate-0-1",
                "cnn-learning-rate-0-003-rate-0-2",
            ],
            models.Select(model => model.Name));
        Assert.Equal("Network, learning_rate 0.003, rate 0.2", models[3].Title);
        Assert.Equal(0.003, models[3].Training.LearningRate);
        Assert.Equal(0.2, Assert.IsType<DropoutLayer>(models[3].Network.Layers[3]).Rate);
        Assert.All(models, model => Assert.Equal(("cnn", true), (model.Variation!.Of, model.Variation!.IsOfSweep)));
    }

    [Fact]
    public void Should_draw_some_combinations_by_the_seed_and_keep_their_order()
    {
        string[] Names(string sampling) =>
        [
            .. Load($"    sweep: {{settings: {{training.epochs: [1, 2, 3, 4], training.batch_size: [1, 2, 3, 4]}}, {sampling}}}")
                .Models.Select(model => model.Name),
        ];

        var all = Names("samples: 99");
        var drawn = Names("samples: 5, seed: 3");

        Assert.Equal(16, all.Length);
        Assert.Equal(5, drawn.Length);
        Assert.Equal(all.Where(drawn.Contains), drawn);
        Assert.Equal(drawn, Names("samples: 5, seed: 3"));
        Assert.NotEqual(drawn, Names("samples: 5, seed: 4"));
    }

    [Fact]
    public void Should_draw_from_a_range_three_digits_of_each_number_by_the_seed()
    {
        double[] Rates(string sampling) =>
        [
            .. Load($"    sweep: {{settings: {{training.learning_rate: {{from: 0.0005, to: 0.02, scale: log}}}}, {sampling}}}")
                .Models.Select(model => model.Training.LearningRate),
        ];

        var drawn = Rates("samples: 8, seed: 3");

        Assert.Equal(8, drawn.Length);
        Assert.Distinct(drawn);
        Assert.All(drawn, rate => Assert.InRange(rate, 0.0005, 0.02));
        Assert.All(drawn, rate => Assert.Equal(
            rate.ToString(CultureInfo.InvariantCulture), rate.ToString("G3", CultureInfo.InvariantCulture)));
        Assert.Equal(drawn, Rates("samples: 8, seed: 3"));
        Assert.NotEqual(drawn, Rates("samples: 8, seed: 4"));
        Assert.Equal(drawn, Rates("samples: 20, seed: 3").Take(8));
    }

    // The numbers of a sweep are a part of what it came to: another machine and a later version draw the same.
    [Fact]
    public void Should_draw_the_same_numbers_everywhere() => Assert.Equal(
        ["0.00118 0.422", "0.000118 0.086", "0.0126 0.442", "0.000666 0.197"],
        Load("""
                sweep:
                  settings: {training.learning_rate: {from: 0.0001, to: 0.1, scale: log}, layers.04.rate: {from: 0, to: 0.5}}
                  samples: 4
                  seed: 1
            """).Models.Select(model => string.Join(" ", model.Variation!.Settings.Select(setting => setting.Value))));

    [Theory]
    [InlineData("log", 500)]
    [InlineData("linear", 51)]
    public void Should_fill_a_range_evenly_on_its_scale(string scale, int expected)
    {
        var range = new SweepRange(0.001, 1, Enum.Parse<RangeScale>(scale, ignoreCase: true), IsWhole: false);
        var middle = scale == "log" ? 0.0316 : 0.0519;

        var below = Enumerable.Range(0, 1000)
            .Count(i => double.Parse(range.At(i / 1000d), CultureInfo.InvariantCulture) < middle);

        Assert.InRange(below, expected - 2, expected + 2);
    }

    [Theory]
    [InlineData("linear", "0", "1")]
    [InlineData("linear", "0.5", "3")]
    [InlineData("linear", "0.999", "4")]
    [InlineData("log", "0", "1")]
    [InlineData("log", "0.999", "4")]
    public void Should_draw_whole_numbers_of_a_count_each_end_among_them(string scale, string share, string number) => Assert.Equal(
        number,
        new SweepRange(1, 4, Enum.Parse<RangeScale>(scale, ignoreCase: true), IsWhole: true)
            .At(double.Parse(share, CultureInfo.InvariantCulture)));

    [Fact]
    public void Should_mix_ranges_with_lists_and_give_each_point_once()
    {
        var models = Load("""
                sweep: {settings: {training.epochs: {from: 1, to: 3}, training.schedule: [constant, cosine]}, samples: 50}
            """).Models;

        Assert.Equal(6, models.Count);
        Assert.Equal([1, 2, 3], models.Select(model => model.Training.Epochs).Distinct().Order());
        Assert.Contains("cnn-epochs-2-schedule-cosine", models.Select(model => model.Name));
    }

    [Theory]
    [InlineData("    variants: {a: {epochs: 1}}", "models.cnn: found 'epochs'; expected the path of a setting of the model")]
    [InlineData("    variants: {a: {layers.09: ~}}", "models.cnn has no layer '09'; expected a number from 01 to 05")]
    [InlineData("    variants: {a: {layers.04.rat: 1}}", "unknown key 'rat' in models.cnn-a, layer 4.dropout; did you mean 'rate'")]
    [InlineData("    variants: {a: 3}", "models.cnn.variants.a: expected paths of settings and values")]
    [InlineData("    variants: [a]", "models.cnn.variants: expected names of variants")]
    [InlineData("    variants: {A_b: {training.epochs: 1}}", "name: found 'cnn-A_b'; expected lower-case letters")]
    [InlineData("    sweep: {}", "models.cnn.sweep.settings is missing")]
    [InlineData("    sweep: {settings: {training.epochs: 3}}", "sweep.settings.training.epochs: expected a list of one or more values")]
    [InlineData("    sweep: {settings: {training.epochs: {from: 1, to: 3}}}",
        "models.cnn.sweep: samples is missing; the numbers of a range have no end, so say how many points are drawn")]
    [InlineData("    sweep: {settings: {training.epochs: {from: 1, to: 3}}, samples: 1001}", "found 1001; expected at most 1000")]
    [InlineData("    sweep: {settings: {training.epochs: {from: 3, to: 3}}, samples: 2}", "to: found 3; expected more than 3")]
    [InlineData("    sweep: {settings: {training.epochs: {from: 1.5, to: 3}}, samples: 2}",
        "epochs: found a range from 1.5 to 3; expected whole numbers, as training.epochs is a count")]
    [InlineData("    sweep: {settings: {training.momentum: {from: 0, to: 0.9, scale: log}}, samples: 2}", "from: found 0; expected more")]
    [InlineData("    sweep: {settings: {training.epochs: {from: 1}}, samples: 2}", "epochs.to is missing")]
    [InlineData("    sweep: {settings: {training.epochs: {from: 1, to: 3, scale: logg}}, samples: 2}", "found 'logg'; did you mean 'log'?")]
    [InlineData("    sweep: {settings: {training.epochs: {from: 1, till: 3}}, samples: 2}", "unknown key 'till' in")]
    [InlineData("    sweep: {settings: {training.epochs: {from: -1, to: 3}}, samples: 2}", "expected a number of 0 or more, found -1")]
    [InlineData("    sweep: {settings: {training.epochs: 3, training.momentum: {from: 0, to: 0.5}}, samples: 2}",
        "training.epochs: expected a list of one or more values, such as [0.001, 0.01], or a range")]
    [InlineData("    sweep: {settings: {training.epochs: [1, 1]}}", "there is a model 'cnn-epochs-1' already")]
    [InlineData("    sweep: {settings: {training.epochs: [1]}}\n    variants: {a: {}}", "the model has variants, too")]
    [InlineData("    seeds: []", "models.cnn.seeds: there are none")]
    [InlineData("    seeds: [1, 1]", "1 stands here a second time")]
    [InlineData("    seeds: [2, 1]", "models.cnn.seeds: the first one is 2, and that of the experiment 1; begin with 1")]
    [InlineData("    training: {threads: 7}", "models.cnn.training: threads cannot differ from one model to the next")]
    [InlineData("    training: {momentum: 0.9}", "momentum and nesterov are SGD's, and Adam does not read them; add optimiser: sgd")]
    [InlineData("    training: {optimiser: sgd, nesterov: true}", "nesterov is a form of the momentum, which is 0")]
    [InlineData("    training: {nesterov: 1}", "models.cnn.training.nesterov: expected true or false, found 1")]
    public void Should_point_at_a_slip(string text, string fault) =>
        Assert.Contains(fault, Assert.Throws<InputException>(() => Load(text.Replace("\\n", "\n", StringComparison.Ordinal))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Should_refuse_a_sweep_beyond_all_measure()
    {
        var values = string.Join(", ", Enumerable.Range(1, 40));

        var fault = Assert.Throws<InputException>(
            () => Load($"    sweep: {{settings: {{training.epochs: [{values}], training.batch_size: [{values}]}}}}"));

        Assert.Contains("more than 1000 combinations", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_set_what_is_common_to_variants_from_outside()
    {
        desk.Write("e", Head + "    variants: {longer: {training.epochs: 9}}");

        var models = desk.Load("e", "models.cnn.layers.04.rate=0.25").Models;

        Assert.All(models, model => Assert.Equal(0.25, Assert.IsType<DropoutLayer>(model.Network.Layers[3]).Rate));
    }

    [Fact]
    public void Should_say_where_a_variant_is_set()
    {
        desk.Write("e", Head + "    variants: {longer: {training.epochs: 9}}");

        Assert.Contains(
            "there is no 'cnn-longer'; a variant is set where it is written, such as models.cnn.variants.longer",
            Assert.Single(desk.Faults("e", "models.cnn-longer.training.epochs=1")), StringComparison.Ordinal);
    }

    // What differs is named by as much of its path as tells it from the others.
    [Fact]
    public void Should_tell_layers_apart_in_names()
    {
        desk.Write("e", """
            title: T
            data_set: garments
            seeds: [1]
            models:
              - name: cnn
                title: Network
                input: unit
                layers: [flatten, dropout: 0.1, dropout: 0.2, dense: 3]
                sweep: {settings: {layers.02.rate: [0.3], layers.03.rate: [0.4]}}
            """);

        Assert.Equal("cnn-layers-02-rate-0-3-layers-03-rate-0-4", Assert.Single(desk.Load("e").Models).Name);
    }

    [Fact]
    public void Should_be_a_part_of_what_a_report_depends_on()
    {
        var variant = Load("    variants: {longer: {training.epochs: 9}}");
        var model = variant with { Models = [variant.Models[0], variant.Models[1] with { Variation = null }] };

        Assert.Equal(
            [new("models.cnn-longer.variant_of", "cnn"), new KeyValuePair<string, string>("models.cnn-longer.set.training.epochs", "9")],
            ExperimentText.Of(variant).Except(ExperimentText.Of(model)));
    }

    [Fact]
    public void Should_stand_for_itself_where_its_model_failed()
    {
        var experiment = Load("    variants: {longer: {training.epochs: 9}}").Without([new FailedRun("cnn", 1, "the loss is NaN")]);

        Assert.Equal("cnn-longer", Assert.Single(experiment.Models).Name);
        Assert.Null(experiment.Models[0].Variation);
    }

    private Experiment Load(string text)
    {
        desk.Write("e", Head + text);
        return desk.Load("e");
    }
}
