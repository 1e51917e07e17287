using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>
/// How much of a target is done, against the time gone by: <c>&lt;completion-bar percent="63.2m" expected="83.3m" /&gt;</c>. The words say
/// all of it ("快于序时 4.1 个百分点"); the bar is drawn without inline styles. Nothing to draw: "—".
/// </summary>
[HtmlTargetElement("completion-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CompletionBarTagHelper(Words words) : TagHelper
{
    /// <summary>Percent of the target done; null when not known.</summary>
    public decimal? Percent { get; set; }

    /// <summary>Percent of the time gone by; null when there is none to compare with.</summary>
    public decimal? Expected { get; set; }

    /// <summary>Whether less is better: the target is then not to be exceeded.</summary>
    public bool LowerIsBetter { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "completion");
        if (Percent is not { } percent)
        {
            output.Content.SetContent("—");
            return;
        }
        var behind = Expected is { } due && IsBehind(percent, due);
        var line = Expected is { } at ? $"<line x1=\"{Across(at)}\" x2=\"{Across(at)}\" y1=\"0\" y2=\"6\"/>" : "";
        output.Content.AppendHtml($"<span class=\"bar{(behind ? " behind" : "")}\" aria-hidden=\"true\"><svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\">")
            .AppendHtml($"<rect width=\"{Across(percent)}\" height=\"6\"/>{line}</svg></span><span class=\"words\"><strong>")
            .Append(Text(percent) + "%").AppendHtml("</strong>").AppendHtml(Pace(percent)).AppendHtml("</span>");
    }

    private TagBuilder Pace(decimal percent)
    {
        var said = new TagBuilder("span");
        if (Expected is not { } expected) return said;
        var points = Math.Abs(percent - expected);
        said.AddCssClass(IsBehind(percent, expected) ? "warn-text" : "good-text");
        said.InnerHtml.Append(LowerIsBetter ? percent > expected ? words.Say($"高于序时{Text(points)}个百分点") : words.Say($"低于序时{Text(points)}个百分点")
            : percent < expected ? words.Say($"慢于序时{Text(points)}个百分点") : words.Say($"快于序时{Text(points)}个百分点"));
        return said;
    }

    private bool IsBehind(decimal percent, decimal expected) => LowerIsBetter ? percent > expected : percent < expected;

    private static string Text(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Across(decimal percent) => Math.Clamp(percent, 0, 100).ToString("0.##", CultureInfo.InvariantCulture);
}
