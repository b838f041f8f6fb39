using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace FashionPipeline.Tests.Reporting.Html;

/// <summary>The page as a reader's browser shows it.</summary>
public sealed class BrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string LayersTable = "table:has(caption:has-text('Layers of model 1'))";
    private const string ScoresTable = "table:has(tfoot:has-text('Macro average'))";

    [Fact]
    public async Task Should_open_without_a_fault_and_ask_for_nothing()
    {
        await using var report = await chromium.OpenAsync(1280, 900);

        Assert.Equal("Sample experiment", await report.Page.TitleAsync());
        Assert.Empty(report.Complaints);
        Assert.All(
            report.Requests,
            request => Assert.True(
                request == chromium.Page.AbsoluteUri || request.StartsWith("data:", StringComparison.Ordinal), request));
        Assert.Equal("CSS1Compat", await report.Page.EvaluateAsync<string>("document.compatMode"));
    }

    [Fact]
    public async Task Should_use_its_own_fonts()
    {
        await using var report = await chromium.OpenAsync(1280, 900);

        Assert.True(await report.Page.EvaluateAsync<bool>(
            "document.fonts.ready.then(() => document.fonts.check('16px \"Report Sans\"') "
                + "&& [...document.fonts].every(font => font.status === 'loaded'))"));
    }

    [Fact]
    public async Task Should_sort_a_table_by_click_and_back()
    {
        await using var report = await chromium.OpenAsync(1280, 900);
        var table = report.Page.Locator(ScoresTable);
        var head = table.Locator("thead th").Nth(2);
        string[] before = ["100.0%", "100.0%", "65.0%", "100.0%", "85.0%", "100.0%", "100.0%", "100.0%", "95.0%", "100.0%"];
        Assert.Equal(before, await Column(table, 3));

        await head.Locator("button").ClickAsync();
        Assert.Equal("ascending", await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(["65.0%", "85.0%", "95.0%", "100.0%"], (await Column(table, 3)).Take(4));

        await head.Locator("button").ClickAsync();
        Assert.Equal("descending", await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(["95.0%", "85.0%", "65.0%"], (await Column(table, 3)).TakeLast(3));

        await head.Locator("button").ClickAsync();
        Assert.Equal("none", await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(before, await Column(table, 3));
    }

    [Fact]
    public async Task Should_sort_a_table_by_key()
    {
        await using var report = await chromium.OpenAsync(1280, 900);
        var table = report.Page.Locator(ScoresTable);

        await table.Locator("thead th button").Nth(1).FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(["Ankle boot", "Bag", "Coat"], (await Column(table, 2)).Take(3));
    }

    [Fact]
    public async Task Should_sort_differences_by_their_sign()
    {
        await using var report = await chromium.OpenAsync(1280, 900);
        var table = report.Page.Locator("table:has(caption:has-text('The numbers that the source published'))");

        await table.Locator("thead th button").Nth(3).ClickAsync();

        Assert.Equal("−262,656", (await Column(table, 4))[0]);
    }

    [Fact]
    public async Task Should_offer_no_sorting_where_the_order_is_the_content()
    {
        await using var report = await chromium.OpenAsync(1280, 900);

        Assert.Equal(0, await report.Page.Locator(LayersTable).Locator("th button").CountAsync());
        Assert.Equal(0, await report.Page.Locator("table:has(caption:has-text('Model card'))").Locator("th button").CountAsync());
    }

    [Fact]
    public async Task Should_sort_numbers_in_brackets_and_keep_averages_below()
    {
        await using var report = await chromium.OpenAsync(1280, 900);
        var table = report.Page.Locator(ScoresTable);

        await table.Locator("thead th button").First.ClickAsync();
        await table.Locator("thead th button").First.ClickAsync();

        Assert.Equal(["[9]", "[8]", "[7]", "[6]", "[5]", "[4]", "[3]", "[2]", "[1]", "[0]"], await Column(table, 1));
        Assert.Equal("Macro average", await table.Locator("tfoot th").First.InnerTextAsync());
    }

    [Fact]
    public async Task Should_show_the_contents_beside_the_text_on_a_wide_screen()
    {
        await using var report = await chromium.OpenAsync(1280, 900);

        var contents = await Box(report.Page.Locator("nav"));
        var text = await Box(report.Page.Locator("main"));
        Assert.True(contents.X + contents.Width <= text.X, "The contents are not left of the text.");
        await report.Page.EvaluateAsync("window.scrollTo(0, document.body.scrollHeight)");
        Assert.True(await report.Page.Locator("nav a").First.IsVisibleAsync());
        Assert.InRange((await Box(report.Page.Locator("nav a").First)).Y, 0, 900);
    }

    [Fact]
    public async Task Should_lead_from_the_contents_to_a_section()
    {
        await using var report = await chromium.OpenAsync(1280, 900);

        await report.Page.Locator("nav a[href='#confusion-matrix']").ClickAsync();

        Assert.InRange((await Box(report.Page.Locator("#confusion-matrix"))).Y, 0, 200);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1000)]
    public async Task Should_be_read_on_a_small_screen_without_scrolling_sideways(int width)
    {
        await using var report = await chromium.OpenAsync(width, 844);

        Assert.Equal(width, await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var contents = await Box(report.Page.Locator("nav"));
        Assert.True(contents.Y + contents.Height <= (await Box(report.Page.Locator("main"))).Y, "The contents are not above the text.");
        await Assert.AllAsync(
            await report.Page.Locator("figure .frame").AllAsync(), async frame => Assert.InRange((await Box(frame)).Width, 100, width));
    }

    [Fact]
    public async Task Should_be_dark_where_the_reader_wants_it_dark()
    {
        await using var light = await chromium.OpenAsync(1280, 900);
        await using var dark = await chromium.OpenAsync(1280, 900, ColorScheme.Dark);

        Assert.True(await Brightness(light.Page, "background-color", "body") > await Brightness(light.Page, "color", "main p"));
        Assert.True(await Brightness(dark.Page, "background-color", "body") < await Brightness(dark.Page, "color", "main p"));

        // Drawings turn dark with the page; photographs in them are turned back.
        const string Filter = "selector => getComputedStyle(document.querySelector(selector)).filter";
        Assert.StartsWith("invert(", await dark.Page.EvaluateAsync<string>(Filter, "figure svg"), StringComparison.Ordinal);
        Assert.StartsWith("invert(", await dark.Page.EvaluateAsync<string>(Filter, "figure svg image"), StringComparison.Ordinal);
        Assert.Equal("none", await light.Page.EvaluateAsync<string>(Filter, "figure svg"));
    }

    [Fact]
    public async Task Should_show_a_value_under_the_pointer()
    {
        await using var report = await chromium.OpenAsync(1280, 900);

        await report.Page.Locator(".values [data-value^='True class Pullover [2], Predicted class Coat [4]: 7']").HoverAsync();

        var value = await report.Page.Locator("#value").InnerTextAsync();
        Assert.StartsWith("True class Pullover [2], Predicted class Coat [4]: 7", value, StringComparison.Ordinal);
        Assert.True(await report.Page.Locator("#value").IsVisibleAsync());
        await report.Page.Mouse.MoveAsync(5, 5);
        Assert.False(await report.Page.Locator("#value").IsVisibleAsync());
    }

    [Fact]
    public async Task Should_tell_how_many_images_of_a_class_lie_at_a_place_of_the_embedding()
    {
        await using var report = await chromium.OpenAsync(1280, 900);
        var place = report.Page.Locator("[data-name=spectral-embedding] .values [data-value^='Shirt [6]: ']").First;

        await place.HoverAsync();

        Assert.Matches(@"^Shirt \[6\]: \d+ of 20 images$", await report.Page.Locator("#value").InnerTextAsync());
    }

    [Fact]
    public async Task Should_go_through_the_values_of_a_figure_by_key()
    {
        await using var report = await chromium.OpenAsync(1280, 900);

        await report.Page.Locator("[data-name=label-percent-correct] svg").FocusAsync();
        await report.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Correct, T-shirt/top [0]: 100.00%", await report.Page.Locator("#value").InnerTextAsync());
        await report.Page.Keyboard.PressAsync("ArrowRight");
        await report.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Correct, Pullover [2]: 65.00%", await report.Page.Locator("#value").InnerTextAsync());
        await report.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("Correct, Trouser [1]: 100.00%", await report.Page.Locator("#value").InnerTextAsync());
    }

    // 7 pullovers are taken for coats, the first of which is image 2, and 1 bag for a shirt, image 8.
    [Fact]
    public async Task Should_show_the_images_behind_a_cell_of_the_confusion_matrix()
    {
        await using var report = await chromium.OpenAsync(1280, 900);
        var images = report.Page.Locator(".explorer li");
        Assert.Equal(6, await images.CountAsync());
        Assert.Equal("Image 2: Pullover, predicted Coat with over 99.99%", await images.First.InnerTextAsync());

        await report.Page.Locator(".values [data-value^='True class Bag [8], Predicted class Shirt [6]']").ClickAsync();

        Assert.Equal("Image 8: Bag, predicted Shirt with over 99.99%", Assert.Single(await images.AllInnerTextsAsync()));
        await report.Page.Locator(".explorer select").SelectOptionAsync("Coat taken for Pullover (3)");
        Assert.Equal(3, await images.CountAsync());
        var coat = await images.First.Locator(".mistake").ScreenshotAsync();
        await report.Page.Locator(".explorer select").SelectOptionAsync("Pullover taken for Coat (7)");
        Assert.NotEqual(coat, await images.First.Locator(".mistake").ScreenshotAsync());
    }

    [Fact]
    public async Task Should_keep_letters_of_nine_pixels_on_a_phone()
    {
        await using var report = await chromium.OpenAsync(390, 844);

        var smallest = await report.Page.EvaluateAsync<double>(
            "Math.min(...[...document.querySelectorAll('figure svg text')]"
                + ".map(text => parseFloat(getComputedStyle(text).fontSize) * Math.hypot(text.getScreenCTM().a, text.getScreenCTM().b)))");

        Assert.True(smallest >= 9, $"{smallest} pixels");
    }

    [Fact]
    public async Task Should_fold_the_rows_of_a_wide_table_on_a_phone()
    {
        await using var report = await chromium.OpenAsync(390, 844);
        var table = report.Page.Locator(ScoresTable);

        Assert.False(await table.Locator("thead").IsVisibleAsync());
        var (label, correct) = (await Box(table.Locator("tbody th").First), await Box(table.Locator("tbody td").Nth(2)));
        Assert.True(correct.Y > label.Y + 5);
        Assert.InRange(correct.X + correct.Width, 100, 390);
    }

    [Fact]
    public async Task Should_be_read_without_a_script()
    {
        await using var report = await chromium.OpenAsync(1280, 900, script: false);

        Assert.Contains("407,050", await report.Page.Locator(LayersTable).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await report.Page.Locator("th button").CountAsync());
        Assert.True(await report.Page.Locator("figure").First.IsVisibleAsync());
    }

    [Fact]
    public async Task Should_be_printed_on_light_ground_without_the_contents()
    {
        await using var report = await chromium.OpenAsync(1280, 900, ColorScheme.Dark);
        await report.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        Assert.False(await report.Page.Locator("nav").IsVisibleAsync());
        Assert.Equal(0, await Brightness(report.Page, "color", "main p"));
        using var pdf = PdfDocument.Open(await report.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        Assert.All(pdf.GetPages(), page => Assert.InRange(page.Width, 594, 596));
        var pages = pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)));
        Assert.Contains(pages, page => page.Contains("Spectral embedding", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Column(ILocator table, int column) =>
        await table.Locator(FormattableString.Invariant($"tbody tr > *:nth-child({column})")).AllInnerTextsAsync();

    private static async Task<LocatorBoundingBoxResult> Box(ILocator element) =>
        await element.BoundingBoxAsync() ?? throw new InvalidOperationException("The element is not shown.");

    private static async Task<int> Brightness(IPage page, string property, string selector) => await page.EvaluateAsync<int>(
        "([property, selector]) => Math.round(getComputedStyle(document.querySelector(selector)).getPropertyValue(property)"
            + ".match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3)",
        new[] { property, selector });
}
