using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>
/// A column head that sorts: <c>&lt;th sort-by="amount" sorted="@Model.Query.Sort" sort-href="…"&gt;金额&lt;/th&gt;</c>.
/// "amount" is from the largest down, "amount-up" from the smallest up; a second click turns the order.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort-by,sort-href")]
public sealed class SortHeadTagHelper : TagHelper
{
    /// <summary>The name of the column in the address.</summary>
    public string SortBy { get; set; } = "";

    /// <summary>What the list is sorted by now.</summary>
    public string? Sorted { get; set; }

    /// <summary>The address of the list sorted the other way, or by this column.</summary>
    public string SortHref { get; set; } = "";

    /// <summary>The order a click asks for.</summary>
    public static string Next(string by, string? sorted) => sorted == by ? by + "-up" : by;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var label = await output.GetChildContentAsync();
        var (down, up) = (Sorted == SortBy, Sorted == SortBy + "-up");
        output.Attributes.SetAttribute("scope", "col");
        if (down || up) output.Attributes.SetAttribute("aria-sort", down ? "descending" : "ascending");
        var link = new TagBuilder("a") { Attributes = { ["href"] = SortHref } };
        link.InnerHtml.AppendHtml(label).AppendHtml(down ? " <span aria-hidden=\"true\">↓</span>" : up ? " <span aria-hidden=\"true\">↑</span>" : "");
        output.Content.SetHtmlContent(link);
    }
}
