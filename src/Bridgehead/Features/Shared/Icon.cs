using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>An icon of the sprite: <c>&lt;icon name="home" /&gt;</c>. Decoration only: the word stands beside it.</summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>The icon's name, one of assets/icons.txt.</summary>
    public string Name { get; set; } = "";

    /// <summary>The page.</summary>
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", own is null ? "icon" : "icon " + own);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"{Sprite(ViewContext)}#{Name}\"></use>");
    }

    /// <summary>The sprite's address with its fingerprint, which browsers keep for good.</summary>
    private static string Sprite(ViewContext page) =>
        "/" + (page.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?["lib/icons.svg"] ?? "lib/icons.svg");
}
