namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>The file in which programs such as ftp and curl keep credentials by host.</summary>
internal static class Netrc
{
    /// <summary>The credentials of a host, or those of every other host; null where the file is missing or has none.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <param name="host">Name of the host, without a port.</param>
    /// <exception cref="RemoteException">The file cannot be read.</exception>
    public static Credentials? Find(string? path, string host)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RemoteException($"{path}, which may hold credentials for {host}, cannot be read: {fault.Message}");
        }

        var words = new Queue<string>(Words(lines));
        string? user = null;
        string? password = null;
        var isOfHost = false;
        while (words.TryDequeue(out var word) && !(word is "machine" or "default" && user is not null && password is not null))
        {
            switch (word)
            {
                case "machine" or "default":
                    isOfHost = word == "default" || host.Equals(Next(), StringComparison.OrdinalIgnoreCase);
                    (user, password) = (null, null);
                    break;
                case "login":
                    user = Next() is { } login && isOfHost ? login : user;
                    break;
                case "password":
                    password = Next() is { } secret && isOfHost ? secret : password;
                    break;
            }
        }

        return user is not null && password is not null ? new Credentials(user, password) : null;

        string? Next() => words.TryDequeue(out var next) ? next : null;
    }

    // A macro goes from its name to the next empty line and holds commands.
    private static IEnumerable<string> Words(IEnumerable<string> lines)
    {
        var isMacro = false;
        foreach (var line in lines)
        {
            isMacro &= !string.IsNullOrWhiteSpace(line);
            foreach (var word in line.TrimStart().StartsWith('#') ? [] : line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                isMacro |= word == "macdef";
                if (isMacro)
                {
                    break;
                }

                yield return word;
            }
        }
    }
}
