using FashionPipeline.Pipeline.Experiments;

namespace FashionPipeline.Tests.Pipeline.Experiments;

public sealed class VariantTests
{
    [Fact]
    public void Should_be_called_by_its_name_or_by_a_hash_of_its_settings()
    {
        Assert.Equal("quickstart", Variant.NameOf("quickstart", [], null));
        Assert.Equal("quickstart@more", Variant.NameOf("quickstart", ["training.epochs=8"], "more"));
        Assert.Matches("^quickstart@[0-9a-f]{8}$", Variant.NameOf("quickstart", ["training.epochs=8"], null));
    }

    [Fact]
    public void Should_have_one_name_however_its_settings_are_typed()
    {
        var name = Variant.NameOf("quickstart", ["seeds=[1, 2]", "training.epochs=8"], null);

        Assert.Equal(name, Variant.NameOf("quickstart", ["seeds = [1, 2] ", "training.epochs =8"], null));
        Assert.NotEqual(name, Variant.NameOf("quickstart", ["seeds=[1, 2]", "training.epochs=9"], null));
    }

    // Each of two models goes; a layer is replaced and then changed, or changed and then replaced.
    [Fact]
    public void Should_have_another_name_where_settings_add_up_to_something_else()
    {
        string[] layer = ["models.cnn.layers.02=dense: 5", "models.cnn.layers.02.units=7"];

        Assert.NotEqual(Variant.NameOf("e", ["remove=[b]"], null), Variant.NameOf("e", ["remove=[a]", "remove=[b]"], null));
        Assert.NotEqual(Variant.NameOf("e", layer, null), Variant.NameOf("e", [.. layer.Reverse()], null));
    }

    [Theory]
    [InlineData("quickstart@more", "quickstart")]
    [InlineData("quickstart", null)]
    [InlineData("@more", null)]
    public void Should_know_what_it_is_a_variant_of(string name, string? origin) => Assert.Equal(origin, Variant.OriginOf(name));

    [Theory]
    [InlineData("more-epochs_2.1", true)]
    [InlineData("../elsewhere", false)]
    [InlineData("a@b", false)]
    [InlineData("a b", false)]
    [InlineData(".hidden", false)]
    [InlineData("more.", false)]
    [InlineData("more\n", false)]
    [InlineData("m", true)]
    [InlineData("", false)]
    public void Should_be_called_what_a_folder_can_be_called(string name, bool isName) => Assert.Equal(isName, Variant.IsName(name));
}
