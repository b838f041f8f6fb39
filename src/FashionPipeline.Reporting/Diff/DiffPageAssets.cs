namespace FashionPipeline.Reporting.Diff;

/// <summary>
/// What the page of a difference has besides the report's style, and its script. They are no embedded files: those count as code of the
/// report.
/// </summary>
internal static class DiffPageAssets
{
    /// <summary>The style.</summary>
    public const string Style =
        """

        .diff { display: block; max-width: 60rem; }
        .diff h1 { font-size: 1.5rem; }
        .diff details { margin: 1.5rem 0; }
        .diff summary { cursor: pointer; }
        .diff img { display: block; max-width: 100%; height: auto; margin: 0 auto .5rem; background: #fff; border-radius: .25rem; }
        .diff .better { border-color: #1a7f4b; }
        .diff .worse { border-color: #c0263c; }
        .diff .withintolerance { border-color: #b58900; }
        .diff td { min-width: 7rem; overflow-wrap: anywhere; }
        .diff del { background: #c0263c33; text-decoration-thickness: 1px; }
        .diff ins { background: #1a7f4b33; text-decoration: none; }
        .swipe { position: relative; width: fit-content; max-width: 100%; margin: 0 auto .5rem; }
        .swipe.ready img { margin: 0; }
        .swipe.ready img + img { position: absolute; inset: 0; clip-path: inset(0 0 0 var(--seen)); border-left: 0; }
        .swipe input { display: none; }
        .swipe.ready input { display: block; width: 100%; margin: .5rem 0; }
        @media (min-width: 64rem) { body.diff { display: block; } }

        """;

    /// <summary>The script: without it both pictures stand below each other.</summary>
    public const string Script =
        """

        for (const swipe of document.querySelectorAll('.swipe')) {
          const slider = swipe.querySelector('input');
          const show = () => swipe.style.setProperty('--seen', slider.value + '%');
          swipe.classList.add('ready');
          slider.addEventListener('input', show);
          show();
        }

        """;
}
