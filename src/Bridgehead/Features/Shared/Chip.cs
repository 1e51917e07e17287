using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>A state: a word and a shape, colour only third. <c>&lt;chip tone="warn"&gt;静默&lt;/chip&gt;</c>.</summary>
[HtmlTargetElement("chip")]
public sealed class ChipTagHelper : TagHelper
{
    /// <summary>good, warn, bad, plan; empty for a plain one.</summary>
    public string Tone { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = output.Attributes.ContainsName("href") ? "a" : "span";
        output.Attributes.SetAttribute("class", Tone.Length == 0 ? "chip" : "chip " + Tone);
    }
}
