namespace Cake.Execution;

internal static class HelpText
{
    public const string Text = """
        USAGE:
            build [OPTIONS]

        OPTIONS:
            -h, --help                     Prints help information
            -t, --target <TARGET>          Task to run; may be given several times [default: Default]
            -w, --working <PATH>           Folder that relative paths start from
            -v, --verbosity <VERBOSITY>    quiet, minimal, normal, verbose or diagnostic [default: normal]
                --description              Shows what each task does
                --tree                     Shows which task depends on which
                --dryrun                   Lists the tasks that would run
            -e, --exclusive                Runs the target without its dependencies
                --version                  Shows the version
                --info                     Shows what this program runs on
        """;
}
