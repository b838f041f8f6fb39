namespace Cake.Execution;

/// <summary>What a task threw; the summary has been printed.</summary>
internal sealed class CakeReportException(Exception cause) : Exception(cause.Message, cause)
{
}
