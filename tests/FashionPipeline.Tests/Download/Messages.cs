using FashionPipeline.Download;

namespace FashionPipeline.Tests.Download;

/// <summary>Keeps what a download says.</summary>
internal sealed class Messages : List<string>, IProgress<DownloadProgress>
{
    public void Report(DownloadProgress value)
    {
        if (value.Message is not null)
        {
            Add(value.Message);
        }
    }
}
