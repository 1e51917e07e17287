using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Assessments;

/// <summary>The numbers of an assessment that are given by hand, on one sheet.</summary>
[Authorize(Permission.RunAssessments)]
public sealed class GivenPage(BridgeheadDb db, FindAssessments find, RunAssessment run, UnitOfWork work) : PageAbout<Assessment>(db)
{
    /// <summary>What is typed.</summary>
    [BindProperty] public GivenInput Input { get; set; } = new();

    /// <summary>The scheme it is made by.</summary>
    public Scheme Scheme { get; private set; } = null!;
    /// <summary>The results as they stand.</summary>
    public ResultSheet Sheet { get; private set; } = null!;
    /// <summary>The columns.</summary>
    public IReadOnlyList<(int Item, int Number, string Place)> Columns { get; private set; } = [];

    /// <inheritdoc />
    protected override async Task<Assessment?> Find()
    {
        if (!await find.MayRun(Cancel) || await find.Find(Id, Cancel) is not { } assessment) return null;
        Scheme = await find.SchemeOf(assessment, Cancel);
        Sheet = await find.Sheet(assessment, Scheme.Definition, Cancel);
        Columns = [.. RunAssessment.Places(Sheet)];
        return assessment;
    }

    /// <summary>What is shown in a cell: what was typed, or what stands.</summary>
    public string Typed(UnitResult unit, (int Item, int Number, string Place) column) => Input.Cells.TryGetValue($"{unit.Unit.Code}/{column.Place}", out var typed) ? typed ?? ""
        : unit.Numbers[column.Item][column.Number] is not { } value || !(value.IsGiven || Scheme.Definition.Items[column.Item].Inputs[column.Number].Source == InputSource.Given) ? ""
        : value.IsWaived ? InputValue.WaivedWord : value.Number(InputSource.Given)?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>Whether a cell may be given: the ledger does not know it.</summary>
    public bool MayGive(UnitResult unit, (int Item, int Number, string Place) column) =>
        RunAssessment.MayGive(Scheme.Definition.Items[column.Item], Scheme.Definition.Items[column.Item].Inputs[column.Number], unit.Numbers[column.Item][column.Number]);

    /// <summary>The unit the ledger shows a number in, in brackets; empty for what always comes by hand.</summary>
    public string UnitOf(int item, int number) => Sheet.Units.Select(u => u.Numbers[item][number]?.Unit).FirstOrDefault(u => u?.Length > 0) is { } unit ? $"（{unit}）" : "";

    /// <summary>Whether a cell was refused.</summary>
    public bool Wrong(UnitResult unit, string place) => ModelState.TryGetValue($"Input.Cells[{unit.Unit.Code}/{place}]", out var entry) && entry.Errors.Count > 0;

    /// <summary>Keeps what was typed.</summary>
    public async Task<IActionResult> OnPost(long version)
    {
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await run.Fill(Subject, Scheme.Definition, Input, Cancel);
        this.Notice($"已保存");
        return LocalRedirect($"/assessments/{Id}");
    }
}
