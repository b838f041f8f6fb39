namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>What goes wrong between a client and its server.</summary>
internal enum ProxyFault
{
    /// <summary>500, and the server is not asked.</summary>
    ServerError,

    /// <summary>429, and asks to come back at once or in an hour.</summary>
    TooManyRequests,

    /// <summary>404, whatever is there.</summary>
    NotFound,

    /// <summary>401, and asks for credentials in no way, one that is known, or one that is not.</summary>
    Unauthorized,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>The connection is reset, before the server is asked or in the middle of its answer.</summary>
    Reset,

    /// <summary>Some of the answer, and then nothing more.</summary>
    Stall,

    /// <summary>The connection is closed in the middle of the answer.</summary>
    Truncated,

    /// <summary>One bit of the answer's body is another one.</summary>
    FlippedBit,

    /// <summary>The answer announces and has more bytes than it should.</summary>
    LongerBody,

    /// <summary>A byte of the answer now and then.</summary>
    SlowDrip,

    /// <summary>Sends the client to another server, which answers anything.</summary>
    Redirect,

    /// <summary>No HTTP at all.</summary>
    Garbage,
}
