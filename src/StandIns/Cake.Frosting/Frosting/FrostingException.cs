namespace Cake.Frosting;

/// <summary>The build is set up wrongly.</summary>
/// <param name="message">What is wrong.</param>
public sealed class FrostingException(string message) : Exception(message)
{
}
