using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.OpenData;

/// <summary>A data set as it is typed.</summary>
public sealed class DatasetInput
{
    /// <summary>The unit: code, name or short name.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>What it tells.</summary>
    public OpenSubject Subject { get; set; }
    /// <summary>The first month, 2026-01.</summary>
    [Required(ErrorMessage = "请填写起始月份"), MaxLength(10)] public string From { get; set; } = "";
    /// <summary>The last month, 2026-06.</summary>
    [Required(ErrorMessage = "请填写截止月份"), MaxLength(10)] public string To { get; set; } = "";
    /// <summary>公开属性.</summary>
    public Disclosure Attribute { get; set; }
    /// <summary>On what basis it is given out.</summary>
    [Required(ErrorMessage = "请写明公开的依据，最多300个字"), MaxLength(300, ErrorMessage = "请写明公开的依据，最多300个字")] public string Basis { get; set; } = "";
    /// <summary>Under which licence.</summary>
    [Required(ErrorMessage = "请写明使用许可，最多100个字"), MaxLength(100, ErrorMessage = "请写明使用许可，最多100个字")] public string Licence { get; set; } = "";
}

/// <summary>What a second person decides about a data set.</summary>
public sealed class DatasetDecisionInput
{
    /// <summary>Whether it becomes public; of a public one, false takes it back.</summary>
    [Required(ErrorMessage = "请选择是否公开")] public bool? Publish { get; set; }
    /// <summary>The opinion, or the reason.</summary>
    [Required(ErrorMessage = "请写明审查意见"), MaxLength(500, ErrorMessage = "审查意见最多500个字")] public string Opinion { get; set; } = "";
}

/// <summary>Prepares data sets, has them reviewed, and finds them: what is public for everybody, the rest for those in whose scope it is.</summary>
public sealed class PrepareDataset(BridgeheadDb db, ListProjects list, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    private const int Signed = 4;

    /// <summary>Prepares one. Refused for a unit out of scope and months to come.</summary>
    public async Task<OpenDataset> Run(DatasetInput input, CancellationToken cancel = default)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", nameof(input.Unit));
        Refusal.Unless(Enum.IsDefined(input.Subject) && Enum.IsDefined(input.Attribute), $"请选择数据集和公开属性", nameof(input.Subject));
        var (span, now) = (Months.Read(input.From, input.To), clock.GetUtcNow().UtcDateTime);
        Refusal.When(span.To > Months.Of(DateOnly.FromDateTime(now.AddHours(8))), $"截止月份还没有到", nameof(input.To));
        var cells = OpenCells.Hide(await Cells(unit!, input.Subject, span, cancel));
        var content = await Text(cells, cancel);
        var title = $"{unit!.Name}{Months.Text(span.From)}至{Months.Text(span.To)}{LabelAttribute.Of(input.Subject)}";
        var set = new OpenDataset(new OpenFacts(unit.Id, input.Subject, span, title, input.Attribute, input.Basis, input.Licence), content,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), cells.Count(cell => cell.IsHidden), asker.UserId, asker.Name, now);
        db.Add(set);
        await db.SaveChangesAsync(cancel);
        return set;
    }

    /// <summary>Decides about one: lets it out, refuses it, or takes a public one back.</summary>
    public async Task Decide(OpenDataset set, DatasetDecisionInput input, CancellationToken cancel = default)
    {
        if (set.State == OpenState.Published && input.Publish == false) set.Withdraw(input.Opinion);
        else set.Review(input.Publish ?? false, input.Opinion, asker.UserId, asker.Name, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>One page, the latest first: the public ones, or all in scope.</summary>
    public async Task<(IReadOnlyList<OpenDataset> Rows, string? Next)> Page(bool all, string? after, int? limit, CancellationToken cancel = default)
    {
        var (size, units) = (Listed.Size(limit), await scope.Ids(cancel));
        var sets = db.Set<OpenDataset>().AsNoTracking().Where(s => all ? units.Contains(s.UnitId) : s.State == OpenState.Published);
        if (Listed.Identity(after) is { } last) sets = sets.Where(s => s.Id.CompareTo(last) < 0);
        var rows = await sets.OrderByDescending(s => s.Id).Take(size + 1).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], rows[size - 1].Id.ToString()) : (rows, null);
    }

    /// <summary>One data set, ready to be decided about: public, or in scope. Null when it is not there.</summary>
    public async Task<OpenDataset?> Find(Guid id, CancellationToken cancel = default) =>
        await db.Set<OpenDataset>().FirstOrDefaultAsync(s => s.Id == id, cancel) is { } set && (set.State == OpenState.Published || await scope.Find(set.UnitId, cancel) is not null) ? set : null;

    /// <summary>Whether a data set is in the asker's scope.</summary>
    public async Task<bool> IsOwn(OpenDataset set, CancellationToken cancel = default) => await scope.Find(set.UnitId, cancel) is not null;

    private async Task<IReadOnlyList<OpenCell>> Cells(Unit unit, OpenSubject subject, Months span, CancellationToken cancel)
    {
        var below = await scope.Under(unit, cancel);
        var ids = below.Select(u => u.Id).ToList();
        var (from, to) = (new DateOnly(span.From / 100, span.From % 100, 1), Months.LastDay(span.To));
        var signed = (await list.Visible(cancel)).Where(p => ids.Contains(p.UnitId) && p.SignedOn >= from && p.SignedOn <= to && p.StageOrder >= Signed && p.StageOrder < Stage.SideOrder);
        // an enterprise is told apart by its name as it is written
        var rows = await signed.GroupBy(p => new { p.UnitId, p.Branch, p.Origin, p.Investor }).Select(g => new { g.Key, Count = g.LongCount(), Fen = g.Sum(p => p.AmountFen) }).ToListAsync(cancel);
        OpenCell Cell(string name, Func<(Guid Unit, Branch? Branch, Origin? Origin), bool> fits)
        {
            var mine = rows.Where(r => fits((r.Key.UnitId, r.Key.Branch, r.Key.Origin))).ToList();
            return new OpenCell(name, mine.Sum(r => r.Count), mine.Select(r => r.Key.Investor ?? "").Distinct().LongCount(), mine.Sum(r => r.Fen));
        }
        return subject switch
        {
            OpenSubject.ByUnit => [.. below.Where(u => u.Kind is UnitKind.District or UnitKind.City || rows.Exists(r => r.Key.UnitId == u.Id)).Select(u => Cell(u.Name, r => r.Unit == u.Id)).Where(c => c.Projects > 0)],
            OpenSubject.ByBranch => [.. Enum.GetValues<Branch>().Select(b => Cell(LabelAttribute.Of(b), r => r.Branch == b))],
            _ => [.. Enum.GetValues<Origin>().Select(o => Cell(LabelAttribute.Of(o), r => r.Origin == o))],
        };
    }

    private static async Task<string> Text(IReadOnlyList<OpenCell> cells, CancellationToken cancel)
    {
        using var stream = new MemoryStream();
        TableColumn[] heads = [new("分组"), new("项目数（个）", TableColumnKind.Number), new("协议投资额（万元）", TableColumnKind.Money), new("说明")];
        object?[] Row(OpenCell c) => c.IsHidden ? [c.Name, null, null, "少于3家企业，或可由合计推出，不列"] : [c.Name, c.Projects, Math.Round(new Money(c.Fen).Wan, 2, MidpointRounding.AwayFromZero), null];
        var total = new OpenCell("合计", cells.Sum(c => c.Projects), cells.Sum(c => c.Enterprises), cells.Sum(c => c.Fen));
        // of fewer than three enterprises altogether not even the total is told
        await TableWriter.Csv(stream, heads, TableWriter.From([.. cells.Select(Row), Row(total with { IsHidden = total.Projects > 0 && total.Enterprises < OpenCells.Least })], cancel), cancel);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF');
    }
}
