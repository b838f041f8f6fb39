using Microsoft.Playwright;

namespace FashionPipeline.Tests.Reporting.Html;

/// <summary>A headless Chromium of this machine with the sample report, or the reason why there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("report-page-").FullName;

    private IPlaywright? playwright;

    private IBrowser? browser;

    /// <summary>Where the page lies.</summary>
    public Uri Page => new(Path.Combine(folder, "report.html"));

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
        {
            return;
        }

        var page = HtmlReport.Bytes(SampleReport.Create(synthetic: true));
        await File.WriteAllBytesAsync(Page.LocalPath, page, TestContext.Current.CancellationToken);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Opens the report without a network; skips the test where there is no browser.</summary>
    public async Task<OpenedReport> OpenAsync(int width, int height, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Assert.SkipWhen(browser is null, "No Chromium: install Debian's package chromium, or name the program in CHROMIUM.");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            Offline = true,
        });
        var report = new OpenedReport(context, await context.NewPageAsync());
        await report.Page.GotoAsync(Page.AbsoluteUri);
        return report;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
        {
            return named;
        }

        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(_ => names, Path.Combine).FirstOrDefault(File.Exists);
    }
}
