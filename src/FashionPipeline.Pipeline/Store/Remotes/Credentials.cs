using System.Net.Http.Headers;
using System.Text;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>A user's name and password. It is no record, so that nothing prints it.</summary>
internal sealed class Credentials(string user, string password)
{
    /// <summary>As they are sent (RFC 7617).</summary>
    public AuthenticationHeaderValue Basic => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
