using System.Text;

namespace VerifyTests;

/// <summary>Where a snapshot lies and what is taken out of its text before it is compared.</summary>
public sealed class VerifySettings
{
    private readonly List<Func<string, bool>> _lineRemovals = [];
    private readonly List<Func<string, string?>> _lineReplacements = [];
    private readonly List<Action<StringBuilder>> _scrubbers = [];

    public VerifySettings()
    {
    }

    /// <summary>Copies settings, so that a change to one does not reach the other.</summary>
    public VerifySettings(VerifySettings? settings)
    {
        if (settings is null)
        {
            return;
        }

        _lineRemovals.AddRange(settings._lineRemovals);
        _lineReplacements.AddRange(settings._lineReplacements);
        _scrubbers.AddRange(settings._scrubbers);
        (Directory, FileName, MethodName) = (settings.Directory, settings.FileName, settings.MethodName);
        (Parameters, ParametersText, IsDiffDisabled) = (settings.Parameters, settings.ParametersText, settings.IsDiffDisabled);
    }

    internal string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal string? MethodName { get; private set; }

    internal IReadOnlyList<object?>? Parameters { get; private set; }

    internal string? ParametersText { get; private set; }

    internal bool IsDiffDisabled { get; private set; }

    /// <summary>The folder of the snapshot: absolute, or relative to the folder of the test's source file.</summary>
    public void UseDirectory(string directory) => Directory = directory;

    /// <summary>A name in place of class, method and parameters.</summary>
    /// <exception cref="InvalidOperationException">A method name or parameters were given too.</exception>
    public void UseFileName(string fileName)
    {
        FileName = fileName;
        RefuseFileNameWithParts();
    }

    /// <summary>A name in place of the method's.</summary>
    /// <exception cref="InvalidOperationException">A file name was given too.</exception>
    public void UseMethodName(string name)
    {
        MethodName = name;
        RefuseFileNameWithParts();
    }

    /// <summary>Values for the method's parameters, in their order, in place of the theory's.</summary>
    /// <exception cref="InvalidOperationException">A file name or a text for the parameters was given too.</exception>
    public void UseParameters(params object?[] parameters)
    {
        Parameters = parameters;
        RefuseFileNameWithParts();
    }

    /// <summary>A text in place of the parameters' names and values.</summary>
    /// <exception cref="InvalidOperationException">A file name or values of the parameters were given too.</exception>
    public void UseTextForParameters(string parametersText)
    {
        ParametersText = parametersText;
        RefuseFileNameWithParts();
    }

    /// <summary>Changes the whole text. By default the scrubber that was added last runs first.</summary>
    public void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First) =>
        _scrubbers.Insert(location == ScrubberLocation.First ? 0 : _scrubbers.Count, scrubber);

    /// <summary>Removes the lines that contain one of the strings, in upper or lower case.</summary>
    public void ScrubLinesContaining(params string[] stringToMatch) =>
        _lineRemovals.Add(line => stringToMatch.Any(match => line.Contains(match, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Replaces each line by what the function gives; null removes it.</summary>
    public void ScrubLinesWithReplace(Func<string, string?> replaceLine) => _lineReplacements.Add(replaceLine);

    /// <summary>Starts no diff tool.</summary>
    public void DisableDiff() => IsDiffDisabled = true;

    /// <summary>Lines first, then whole texts.</summary>
    internal string Scrub(string text)
    {
        if (_lineRemovals.Count + _lineReplacements.Count > 0)
        {
            var kept = text.Split('\n').Where(line => !_lineRemovals.Any(removes => removes(line)));
            foreach (var replace in _lineReplacements)
            {
                kept = kept.Select(replace).OfType<string>();
            }

            text = string.Join('\n', kept);
        }

        var builder = new StringBuilder(text);
        foreach (var scrubber in _scrubbers)
        {
            scrubber(builder);
        }

        return builder.ToString();
    }

    private void RefuseFileNameWithParts()
    {
        if (FileName is not null && (MethodName ?? ParametersText ?? (object?)Parameters) is not null)
        {
            throw new InvalidOperationException(
                "UseFileName gives the whole name: it does not go with UseMethodName, UseParameters or UseTextForParameters.");
        }

        if (Parameters is not null && ParametersText is not null)
        {
            throw new InvalidOperationException("UseParameters and UseTextForParameters exclude each other.");
        }
    }
}
