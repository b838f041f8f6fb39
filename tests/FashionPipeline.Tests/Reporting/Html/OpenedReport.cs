using Microsoft.Playwright;

namespace FashionPipeline.Tests.Reporting.Html;

/// <summary>The report in a window of its own, with what the browser complained of and asked for.</summary>
public sealed class OpenedReport : IAsyncDisposable
{
    private readonly IBrowserContext context;

    internal OpenedReport(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
