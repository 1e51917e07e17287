using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Admission;

/// <summary>The score sheet: read by everybody who reviews, written anew by the city's reviewer.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class SheetPage(BridgeheadDb db, FindReviews find, DefineSheet define, ScopedUnits scope, Asker asker, UnitOfWork work) : Screen
{
    /// <summary>How many rows the form has at least.</summary>
    public const int Rows = 14;

    /// <summary>Which version; the latest when empty.</summary>
    [FromQuery] public int? Number { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public ScoreSheetInput Input { get; set; } = new();

    /// <summary>The version shown.</summary>
    public ScoreSheet Sheet { get; private set; } = null!;
    /// <summary>Every version, the latest first.</summary>
    public IReadOnlyList<(int Number, string By, DateTime At)> Versions { get; private set; } = [];
    /// <summary>Whether the asker may write another version.</summary>
    public bool MayDefine { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        var latest = await find.Sheet(Cancel);
        if ((Number is null ? latest : await db.Set<ScoreSheet>().AsNoTracking().FirstOrDefaultAsync(s => s.Number == Number, Cancel)) is not { } shown) return false;
        Sheet = shown;
        Versions = [.. (await db.Set<ScoreSheet>().AsNoTracking().OrderByDescending(s => s.Number).Select(s => new { s.Number, s.By, s.At }).Take(50).ToListAsync(Cancel)).Select(s => (s.Number, s.By, s.At))];
        MayDefine = asker.May(Permission.DefineScoreSheets) && await scope.IsWholeCity(Cancel);
        return true;
    }

    /// <summary>Shows the sheet, and the form filled with it.</summary>
    public void OnGet() => Input = new ScoreSheetInput
    {
        Items = [.. Sheet.Items.Select(i => new ScoreItemInput { Name = i.Name, Weight = i.Weight, Criteria = i.Criteria }), .. Enumerable.Range(0, Math.Max(2, Rows - Sheet.Items.Count)).Select(_ => new ScoreItemInput())],
        Vetoes = string.Join('\n', Sheet.Vetoes), PassMark = Sheet.PassMark,
    };

    /// <summary>Writes another version.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!asker.May(Permission.DefineScoreSheets)) return Forbid();
        var sheet = await define.Run(Input, Cancel);
        work.Subject = sheet.Id;
        this.Notice($"评分表第{sheet.Number}版已启用，此前开始的评审仍按原来的版本");
        return RedirectToPage();
    }
}
