using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.WebUtilities;

namespace Bridgehead.Features.Views;

/// <summary>A view as it is saved, from the page it shows or through the API.</summary>
public sealed class SavedViewInput
{
    /// <summary>What it is called.</summary>
    [Required(ErrorMessage = "请给视图起一个名称，最多40个字"), MaxLength(40, ErrorMessage = "请给视图起一个名称，最多40个字")] public string Name { get; set; } = "";
    /// <summary>How it is shown.</summary>
    public ViewKind Kind { get; set; }
    /// <summary>The question, as it stands in the address.</summary>
    [MaxLength(2000, ErrorMessage = "视图的条件太长，请减少条件后再保存")] public string? Query { get; set; }
    /// <summary>Who else sees it.</summary>
    public ViewShare Share { get; set; }
    /// <summary>Whether the person begins with it.</summary>
    public bool Default { get; set; }

    /// <summary>The question without what belongs to one visit alone: where the page begins, which view it came from, the language.</summary>
    public string Asked() => string.Join('&', QueryHelpers.ParseQuery(Query ?? "").Where(p => p.Key is not ("" or "after" or "view" or "handler" or "lang"))
        .SelectMany(p => p.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(v!).Replace("%2C", ",", StringComparison.Ordinal))));
}
