using System.Globalization;

namespace Cake.Core.Diagnostics;

internal sealed class CakeBuildLog(IConsole console) : ICakeLog
{
    private readonly Lock gate = new();

    public Verbosity Verbosity { get; set; } = Verbosity.Normal;

    public void Write(Verbosity verbosity, LogLevel level, string format, params object?[] args)
    {
        if (verbosity > Verbosity)
        {
            return;
        }

        // The package colours parts of a line: the text and its end come apart there, too.
        lock (gate)
        {
            var text = string.Format(CultureInfo.InvariantCulture, format, args);
            if (level <= LogLevel.Error)
            {
                console.WriteError("{0}", text);
                console.WriteErrorLine("{0}", "");
            }
            else
            {
                console.Write("{0}", text);
                console.WriteLine("{0}", "");
            }
        }
    }
}
