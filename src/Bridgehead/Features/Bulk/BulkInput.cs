using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Bulk;

/// <summary>A change to be made to many projects: which, and what.</summary>
public sealed class BulkInput
{
    /// <summary>What is done.</summary>
    public BulkAct Act { get; set; }
    /// <summary>To which value; empty takes it away.</summary>
    [MaxLength(200, ErrorMessage = "内容最多200个字")] public string? Value { get; set; }
    /// <summary>Why, for moves back or aside.</summary>
    [MaxLength(500, ErrorMessage = "理由最多500个字")] public string? Reason { get; set; }
    /// <summary>The projects, one by one.</summary>
    public IReadOnlyList<Guid> Ids { get; set; } = [];
    /// <summary>Or all that meet a filter, as it stands in the address; taken when no single ones are named.</summary>
    [MaxLength(2000)] public string? Query { get; set; }
}
