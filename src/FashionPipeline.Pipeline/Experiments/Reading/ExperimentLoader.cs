using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads experiments from YAML, and names everything that is wrong with one at once.</summary>
public static class ExperimentLoader
{
    /// <summary>Reads an experiment, merges it with what it extends and with settings of the command line, and checks all of it.</summary>
    /// <param name="nameOrPath">Name of an experiment in the folder, or path of a YAML file, relative to the current folder.</param>
    /// <param name="overrides">
    /// Settings <c>training.epochs=1</c>, <c>models.cnn.input=unit</c>: as if they were written in the file, the later ones winning.
    /// </param>
    /// <param name="experimentsFolder">The folder <c>experiments/</c>, with data sets in <c>datasets/</c>.</param>
    /// <exception cref="InputException">
    /// There is no such experiment, or it has faults: one line each, <c>file:line:column: message</c>, sorted.
    /// </exception>
    public static Experiment Load(string nameOrPath, IReadOnlyList<string> overrides, string experimentsFolder) =>
        Load(nameOrPath, overrides, new ExperimentsFolder(experimentsFolder));

    /// <summary>Reads an experiment as the other method does.</summary>
    /// <param name="nameOrPath">Name of an experiment in the folder, or path of a YAML file, relative to the current folder.</param>
    /// <param name="overrides">Settings of the command line.</param>
    /// <param name="folder">The folder <c>experiments/</c>, which keeps what is read.</param>
    internal static Experiment Load(string nameOrPath, IReadOnlyList<string> overrides, ExperimentsFolder folder)
    {
        var file = folder.Find(nameOrPath, Environment.CurrentDirectory) ?? throw NotFound(nameOrPath, folder);
        var name = Path.GetFileNameWithoutExtension(file);
        if (name.Length == 0 || name.StartsWith('.') || Variant.OriginOf(name) is not null)
        {
            throw new InputException(
                $"'{nameOrPath}' cannot be an experiment: its file's name is the name of its report's folder, and @ is for variants. "
                + "Rename the file, such as to mine.yaml.");
        }

        if (folder.Experiments.TryGetValue(name, out var named) && named != file)
        {
            throw new InputException($"{file} has the name of {named}: both would write the report '{name}'.\nRename one of the two.");
        }

        var faults = new Faults();
        var root = new Inheritance(folder, faults).Read(file);
        if (root is YamlMapping mapping)
        {
            root = overrides.Aggregate(mapping, (experiment, setting) => YamlOverride.Apply(experiment, setting, faults));
        }

        var expansion = new ModelExpansion(faults);
        root = root is YamlMapping merged ? expansion.Apply(merged) : root;
        var read = root is null ? null : new ExperimentReader(folder, expansion.Variations, faults).Read(name, root);
        faults.ThrowIfAny($"Experiment '{name}'");
        return read!;
    }

    private static InputException NotFound(string nameOrPath, ExperimentsFolder folder)
    {
        var found = ExperimentsFolder.IsPath(nameOrPath)
            ? $"There is no file '{nameOrPath}'. Experiments with a name: {string.Join(", ", folder.Experiments.Keys)}"
            : $"There is no experiment '{nameOrPath}' in {folder.DisplayName}/; {NearestName.Suggest(nameOrPath, folder.Experiments.Keys)}";
        return new($"{found}.\nGive one of these names, or the path of a YAML file.") { Remedy = Remedy.NameExperiment };
    }
}
