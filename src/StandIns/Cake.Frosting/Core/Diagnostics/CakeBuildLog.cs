namespace Cake.Core.Diagnostics;

internal sealed class CakeBuildLog(IConsole console) : ICakeLog
{
    public Verbosity Verbosity { get; set; } = Verbosity.Normal;

    public void Write(Verbosity verbosity, LogLevel level, string format, params object?[] args)
    {
        if (verbosity > Verbosity)
        {
            return;
        }

        if (level <= LogLevel.Error)
        {
            console.WriteErrorLine(format, args);
        }
        else
        {
            console.WriteLine(format, args);
        }
    }
}
