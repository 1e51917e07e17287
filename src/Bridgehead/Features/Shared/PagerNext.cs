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
        // an expression that is null comes here as an empty text
        if (string.IsNullOrEmpty(Next) && string.IsNullOrEmpty(First))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", words["翻页"]);
        if (!string.IsNullOrEmpty(First)) output.Content.AppendHtml(Button(First, words["回到第一页"], null));
        if (!string.IsNullOrEmpty(Next)) output.Content.AppendHtml(Button(Next, words["下一页"], "next"));
    }

    private static TagBuilder Button(string address, string word, string? relation)
    {
        var link = new TagBuilder("a") { Attributes = { ["class"] = "btn", ["href"] = address } };
        if (relation is not null) link.Attributes["rel"] = relation;
        link.InnerHtml.Append(word);
        return link;
    }
}
