using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Pipeline.Experiments.Format;

/// <summary>The reference of <c>experiments/README.md</c>: every key of experiments and data sets, and every layer, as Markdown.</summary>
internal static class ReferenceText
{
    /// <summary>All of it; each line ends in a line feed.</summary>
    public static string Of() => string.Concat(
    [
        .. Lines("## Keys of an experiment", ExperimentFormat.Experiment, section => !IsOfLayers(section)),
        .. Layers(),
        .. Lines("## Keys of a data set", ExperimentFormat.DataSet, _ => true),
    ]);

    private static IEnumerable<string> Lines(string heading, DescribedSection root, Func<DescribedSection, bool> isShown) =>
        SchemaText.Sections(root).Where(isShown).SelectMany(section => (string[])
        [
            section == root ? $"\n{heading}\n" : $"\n### {section.Name}\n",
            $"\n{section.Meaning}{Rule(section)}\n",
            "\n| key | meaning | value | default |\n|---|---|---|---|\n",
            .. section.Settings.Select(Row),
        ]);

    private static bool IsOfLayers(DescribedSection section) => LayerFormat.Settings.Prepend(LayerFormat.Layer).Contains(section);

    private static string Rule(DescribedSection section) =>
        section.OneOf.Count == 0 ? ""
        : section.OneOf.All(group => group.Count == 1)
            ? $" Exactly one of {Names([.. section.OneOf.SelectMany(group => group)], "and")} is there."
        : $" Those of one format are there: {string.Join("; or ", section.OneOf.Select(group => Names(group, "and")))}.";

    private static string Row(SectionKey setting) =>
        $"| `{setting.Name}` | {setting.Meaning} | {Words(setting.Form)} | {Default(setting)} |\n";

    private static IEnumerable<string> Layers() =>
    [
        "\n## Layers\n",
        "\nShapes are without the batch; rows and columns of a kernel or window are `3` for both, or `[3, 5]`.\n",
        "\n| layer | what it does | short form | output |\n|---|---|---|---|\n",
        .. LayerKinds.All.Select(kind =>
            $"| `{kind.Name}` | {LayerFormat.Meaning(kind)} | {ShortForm(kind)} | {LayerFormat.Output(kind)} |\n"),
        "\n| layer | setting | meaning | value | default |\n|---|---|---|---|---|\n",
        .. LayerKinds.All.SelectMany(kind => kind.Settings.Select(LayerFormat.Key).Select(setting =>
            $"| `{kind.Name}` {Row(kind.HasLongForm ? setting : setting with { Name = kind.Name })}")),
    ];

    private static string ShortForm(LayerKind kind) => kind switch
    {
        { IsNameEnough: true } => $"`{kind.Name}`",
        { HasShortForm: true } =>
            $"`{kind.Name}: {kind.Settings[0].Name.ToUpperInvariant()}`{(kind.HasLongForm ? "" : ", its only form")}",
        _ => "–",
    };

    private static string Default(SectionKey setting) => setting switch
    {
        { IsRequired: true } => "required",
        { Default: bool value } => value ? "`true`" : "`false`",
        { Default: { } value } => FormattableString.Invariant($"`{value}`"),
        _ => "–",
    };

    private static string Words(ValueForm form) => form switch
    {
        TextForm { Words: { } words } => $"text: {words}",
        TextForm => "text",
        IntegerForm { Minimum: var only, Maximum: var most } when only == most => FormattableString.Invariant($"`{only}`"),
        IntegerForm { Maximum: int.MaxValue or long.MaxValue } integer => FormattableString.Invariant($"integer from {integer.Minimum}"),
        IntegerForm integer => FormattableString.Invariant($"integer from {integer.Minimum} to {integer.Maximum}"),
        NumberForm number => $"number {number.Range}",
        ChoiceForm choice => Names(choice.Choices, "or"),
        ListForm list => $"list{Count(list)}, each: {Words(list.Item)}",
        LayersForm => "list of 1 or more [layers](#layers)",
        SectionForm { Section: var section } when section == LayerFormat.Layer => "[layers](#layers)",
        SectionForm section => $"[{section.Section.Name}](#{section.Section.Name})",
        MappingForm mapping => $"{mapping.Keys}, with {Words(mapping.Value)}",
        SettingsForm { Range: { } range } => $"paths, each with a list of 1 or more values, or with a [{range.Name}](#{range.Name})",
        SettingsForm => "paths, with values",
        AlternativeForm size when size == AlternativeForm.Size => "integer from 1, or two as `[rows, columns]`",
        AlternativeForm alternative => string.Join(" or ", alternative.Forms.Select(Words)),
        FalseForm => "`false`",
        TruthForm => "`true` or `false`",
        EmptyForm => "nothing",
        _ => throw new ArgumentException($"No words for {form}.", nameof(form)),
    };

    private static string Count(ListForm list)
    {
        var count = list switch
        {
            { Maximum: { } maximum } => FormattableString.Invariant($" of {list.Minimum} to {maximum}"),
            { Minimum: > 0 } => FormattableString.Invariant($" of {list.Minimum} or more"),
            _ => "",
        };
        return list.IsDistinct ? $"{count}, all different" : count;
    }

    private static string Names(IReadOnlyList<string> names, string conjunction) => names switch
    {
        [var only] => $"`{only}`",
        _ => $"{string.Join(", ", names.SkipLast(1).Select(name => $"`{name}`"))} {conjunction} `{names[^1]}`",
    };
}
