using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>What was refused, at the head of a form: <c>&lt;refusals /&gt;</c>. Nothing while all is well.</summary>
[HtmlTargetElement("refusals", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RefusalsTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var sentences = ViewContext.ModelState.SelectMany(s => s.Value!.Errors).Select(e => e.ErrorMessage).Where(m => m.Length > 0).Distinct().ToList();
        if (sentences.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "alert");
        output.Attributes.SetAttribute("role", "alert");
        foreach (var sentence in sentences) output.Content.AppendHtml("<p class=\"m-0\">").Append(sentence).AppendHtml("</p>");
    }
}
