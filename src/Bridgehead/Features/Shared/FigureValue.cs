using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>
/// A figure with its unit and the way to what is behind it: <c>&lt;figure-value value="1,005.30" unit="万元" href="/figures?…" /&gt;</c>.
/// Not known is "—"; <c>starred</c> hides it as "*".
/// </summary>
[HtmlTargetElement("figure-value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureValueTagHelper(Words words) : TagHelper
{
    /// <summary>The number as it is read, without its unit; null when not known.</summary>
    public string? Value { get; set; }

    /// <summary>Its unit, in the person's language.</summary>
    public string? Unit { get; set; }

    /// <summary>The formula and the entries behind it.</summary>
    public string? Href { get; set; }

    /// <summary>Whether the number is withheld.</summary>
    public bool Starred { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "figure-value");
        var known = Value is not null && Value != "—" && !Starred;
        var number = new TagBuilder(Href is not null && !Starred ? "a" : "span");
        if (number.TagName == "a") number.Attributes["href"] = Href;
        if (!known)
        {
            number.AddCssClass("unknown");
            number.Attributes["title"] = words[Starred ? "按规定不公开" : "没有数据"];
        }
        number.InnerHtml.Append(Starred ? "*" : Value ?? "—");
        output.Content.AppendHtml(number);
        if (Unit is null) return;
        var unit = new TagBuilder("span") { Attributes = { ["class"] = "unit" } };
        unit.InnerHtml.Append(Unit);
        output.Content.AppendHtml(unit);
    }
}
