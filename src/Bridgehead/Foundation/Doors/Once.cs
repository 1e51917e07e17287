using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead;

/// <summary>Gives every form that changes something its own key, so that a double click or a retry is carried out once.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class OnceTagHelper : TagHelper
{
    /// <inheritdoc />
    public override int Order => 1000;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.Equals(output.Attributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase)) return;
        output.PostContent.AppendHtml($"""<input type="hidden" name="_once" value="{Guid.NewGuid():N}">""");
    }
}
