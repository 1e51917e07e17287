using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>Nothing to show: why, and what to do next. <c>&lt;empty-state why="还没有项目"&gt;&lt;a class="btn"…&gt; &lt;/empty-state&gt;</c>.</summary>
[HtmlTargetElement("empty-state", Attributes = "why")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>Why there is nothing, in one sentence.</summary>
    public string Why { get; set; } = "";

    /// <summary>What can be done, in one sentence.</summary>
    public string? Next { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        var why = new TagBuilder("strong");
        why.InnerHtml.Append(Why);
        output.Content.AppendHtml(why);
        if (Next is not null) output.Content.Append(Next);
        if (!actions.IsEmptyOrWhiteSpace) output.Content.AppendHtml("<div class=\"actions\">").AppendHtml(actions).AppendHtml("</div>");
    }
}
