using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>
/// The way on in a list that is paged by key: <c>&lt;pager-next next="@…" first="@…" /&gt;</c>. Nothing on a list of one page.
/// </summary>
[HtmlTargetElement("pager-next", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerNextTagHelper(Words words) : TagHelper
{
    /// <summary>The address of the next page; null at the end.</summary>
    public string? Next { get; set; }

    /// <summary>The address of the first page; null while on it.</summary>
    public string? First { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // an expression that gives nothing arrives as an empty text
        var (next, first) = (string.IsNullOrEmpty(Next) ? null : Next, string.IsNullOrEmpty(First) ? null : First);
        if (next is null && first is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", words["翻页"]);
        if (first is not null) output.Content.AppendHtml(Button(first, words["回到第一页"], null));
        if (next is not null) output.Content.AppendHtml(Button(next, words["下一页"], "next"));
    }

    private static TagBuilder Button(string address, string word, string? relation)
    {
        var link = new TagBuilder("a") { Attributes = { ["class"] = "btn", ["href"] = address } };
        if (relation is not null) link.Attributes["rel"] = relation;
        link.InnerHtml.Append(word);
        return link;
    }
}
