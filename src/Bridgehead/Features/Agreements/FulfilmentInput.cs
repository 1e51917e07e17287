using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Agreements;

/// <summary>A record of fulfilment as it is typed, on a page or through the API.</summary>
public sealed class FulfilmentInput
{
    /// <summary>The day it happened.</summary>
    [Required(ErrorMessage = "请填写兑现日期")] public DateOnly? On { get; set; }
    /// <summary>How much, in the promise's unit; nothing for a day.</summary>
    [MaxLength(30)] public string? Reached { get; set; }
    /// <summary>The document that proves it.</summary>
    [Required(ErrorMessage = "请写明证明材料的名称或编号"), MaxLength(200)] public string Document { get; set; } = "";
}
