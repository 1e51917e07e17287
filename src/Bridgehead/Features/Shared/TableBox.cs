using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>Lets a wide table be scrolled by keyboard as well: every <c>div.table-responsive</c> can take the focus.</summary>
[HtmlTargetElement("div", Attributes = "[class=table-responsive]")]
public sealed class TableBoxTagHelper(Words words) : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes.ContainsName("tabindex")) return;
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-label", words["表格，可左右滚动"]);
    }
}
