using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Ledger;

/// <summary>The fields of business in their versions, each a list of codes of GB/T 4754.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class FieldsPage(DefineField define, Asker asker) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public FieldInput Input { get; set; } = new();
    /// <summary>Every version of every field.</summary>
    public IReadOnlyList<IndustryField> Rows { get; private set; } = [];
    /// <summary>Whether the asker may define fields.</summary>
    public bool MayDefine => asker.May(Permission.DefineIndicators);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Rows = await define.All(Cancel);
        return true;
    }

    /// <summary>Defines a field or its next version.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayDefine) return Forbid();
        var field = await define.Run(Input, Cancel);
        this.Notice($"已保存“{field.Name}”第{field.Number}版");
        return RedirectToPage();
    }
}
