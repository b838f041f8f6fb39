using System.Text;

namespace FashionPipeline.Reporting.Latex;

/// <summary>Texts of the report in LaTeX, none of which is taken for a command.</summary>
public static class LatexText
{
    // What LaTeX reads as something else, or what a font of seven bits lacks.
    private static readonly Dictionary<char, string> Commands = new()
    {
        ['\\'] = @"\textbackslash{}", ['{'] = @"\{", ['}'] = @"\}", ['$'] = @"\$", ['&'] = @"\&", ['#'] = @"\#", ['_'] = @"\_",
        ['%'] = @"\%", ['^'] = @"\textasciicircum{}", ['~'] = @"\textasciitilde{}", ['`'] = @"\textasciigrave{}",
        ['<'] = @"\textless{}", ['>'] = @"\textgreater{}", ['|'] = @"\textbar{}", ['±'] = @"$\pm$", ['×'] = @"$\times$",
        ['−'] = "$-$", ['≤'] = @"$\leq$", ['≥'] = @"$\geq$", ['→'] = @"$\rightarrow$", ['–'] = "--", ['—'] = "---",
        ['…'] = @"\ldots{}",
    };

    /// <summary>A text in LaTeX: quotation marks as pairs, a hyphen that begins a number as a minus.</summary>
    public static string Of(string text)
    {
        var latex = new StringBuilder(text.Length);
        var isOpen = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '"')
            {
                isOpen = !isOpen;
                latex.Append(isOpen ? "``" : "''");
            }
            else if (character == '-' && BeginsNumber(text, i))
            {
                latex.Append("$-$");
            }
            else if (character == '-' && i + 1 < text.Length && text[i + 1] == '-')
            {
                latex.Append("-{}"); // two of them would become a dash
            }
            else if (char.IsControl(character))
            {
                latex.Append(' ');
            }
            else
            {
                latex.Append(Commands.TryGetValue(character, out var command) ? command : character.ToString());
            }
        }

        return latex.ToString();
    }

    private static bool BeginsNumber(string text, int hyphen) =>
        hyphen + 1 < text.Length && char.IsAsciiDigit(text[hyphen + 1]) && (hyphen == 0 || text[hyphen - 1] is ' ' or '(' or '[');
}
