using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>
/// The head of a page: <c>&lt;page-head heading="项目" sub="共12个" parent="…" parent-href="…"&gt; actions &lt;/page-head&gt;</c>.
/// Its heading is also the window's title.
/// </summary>
[HtmlTargetElement("page-head", Attributes = "heading")]
public sealed class PageHeadTagHelper(Words words) : TagHelper
{
    /// <summary>The title in the person's words.</summary>
    public string Heading { get; set; } = "";

    /// <summary>What stands beside it: a number, a unit, a period.</summary>
    public string? Sub { get; set; }

    /// <summary>The page above.</summary>
    public string? Parent { get; set; }

    /// <summary>Where the page above is.</summary>
    public string? ParentHref { get; set; }

    /// <summary>The page.</summary>
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData["Title"] = Heading;
        var actions = await output.GetChildContentAsync();
        output.TagName = "header";
        output.Attributes.SetAttribute("class", "page-top");
        if (Parent is not null)
        {
            var trail = new TagBuilder("nav") { Attributes = { ["class"] = "crumbs", ["aria-label"] = words["上级页面"] } };
            var link = new TagBuilder("a") { Attributes = { ["href"] = ParentHref } };
            link.InnerHtml.Append(Parent);
            trail.InnerHtml.AppendHtml("<ol><li>").AppendHtml(link).AppendHtml("</li><li aria-current=\"page\">").Append(Heading).AppendHtml("</li></ol>");
            output.Content.AppendHtml(trail);
        }
        output.Content.AppendHtml("<h1>").Append(Heading).AppendHtml("</h1>");
        if (!string.IsNullOrEmpty(Sub)) output.Content.AppendHtml("<p class=\"page-sub\">").Append(Sub).AppendHtml("</p>");
        if (!actions.IsEmptyOrWhiteSpace) output.Content.AppendHtml("<div class=\"actions\">").AppendHtml(actions).AppendHtml("</div>");
    }
}
