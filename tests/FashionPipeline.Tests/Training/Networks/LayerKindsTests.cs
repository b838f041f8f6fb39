using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Networks;

/// <summary>What every kind of layer must keep, of those that there are and of those to come.</summary>
public sealed class LayerKindsTests
{
    public static TheoryData<string> Names => [.. LayerKinds.All.Select(kind => kind.Name)];

    [Fact]
    public void Should_hold_every_layer_that_there_is() => Assert.Equal(
        typeof(Layer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Layer)))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal),
        LayerKinds.All.Select(kind => Default(kind).GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Should_give_each_its_own_names()
    {
        Assert.Distinct(LayerKinds.All.Select(kind => kind.Name));
        Assert.Distinct(LayerKinds.All.Select(kind => kind.KerasClass));
        Assert.Distinct(LayerKinds.All.Select(kind => kind.KerasName));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_make_a_layer_that_states_its_kind_and_the_values_of_its_settings(string name)
    {
        var kind = LayerKinds.Find(name)!;
        var layer = Default(kind);

        Assert.Same(kind, layer.Kind);
        Assert.Equal(kind.Settings.Select(setting => setting.Name), layer.Values.Select(value => value.Key));
        Assert.Equal(layer, kind.Create(layer.Values));
        Assert.StartsWith(name, layer.Text, StringComparison.Ordinal);
        Assert.Equal(layer.Text, layer.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_leave_only_the_first_setting_to_the_short_form(string name)
    {
        var kind = LayerKinds.Find(name)!;

        Assert.True(kind.HasLongForm || kind.HasShortForm);
        Assert.All(kind.HasShortForm ? kind.Settings.Skip(1) : [], setting => Assert.NotNull(setting.Default));
    }

    private static Layer Default(LayerKind kind)
    {
        var values = new LayerValues();
        foreach (var setting in kind.Settings)
        {
            values.Add(setting.Name, setting.Default ?? setting switch
            {
                CountSetting => 3,
                SizeSetting => new Size(2, 3),
                NumberSetting number => (number.Minimum + number.Limit) / 2,
                ChoiceSetting choice => choice.Choices[^1],
                LayersSetting => (IReadOnlyList<Layer>)[new FlattenLayer()],
                _ => throw new ArgumentException("Unknown kind of setting.", nameof(kind)),
            });
        }

        return kind.Create(values);
    }
}
