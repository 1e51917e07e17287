using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Projects;

/// <summary>A column a list of projects can have, on the page and in a file alike.</summary>
/// <param name="Code">What the address calls it.</param>
/// <param name="Name">Its heading, in Chinese.</param>
/// <param name="Kind">How its values are shown.</param>
/// <param name="Sort">The order it stands for; null when none.</param>
/// <param name="Edit">The field that can be changed in the table itself; null where a change needs the whole form, a gate or a voucher.</param>
/// <param name="Value">Its value: text, a number, a day, or nothing.</param>
public sealed record ProjectColumn(string Code, string Name, TableColumnKind Kind, string? Sort, string? Edit, Func<ProjectRow, Words, IReadOnlyList<Unit>, object?> Value)
{
    /// <summary>What the table shows unless somebody chooses.</summary>
    public const string Usual = "stage,health,amount,investor,origin,landing,signed,progress";

    /// <summary>Every column, in their usual order. Number and name always come first and are not chosen.</summary>
    public static IReadOnlyList<ProjectColumn> All { get; } =
    [
        new("stage", "阶段", TableColumnKind.Text, "stage", null, (r, t, _) => t[r.Stage.Name]),
        new("health", "健康状况", TableColumnKind.Text, null, null, (r, t, _) => t.Of(r.Health)),
        new("due", "阶段期限", TableColumnKind.Date, null, null, (r, _, _) => r.DueOn),
        new("since", "进入阶段", TableColumnKind.Date, null, null, (r, _, _) => r.StageSince),
        new("amount", "协议投资额（万元）", TableColumnKind.Number, "amount", null, (r, _, _) => r.AmountFen == 0 ? null : r.Amount.Wan),
        new("investor", "投资方", TableColumnKind.Text, null, null, (r, _, _) => r.Investor),
        new("origin", "资金来源", TableColumnKind.Text, null, null, (r, t, _) => r.Origin is { } origin ? t.Of(origin) : null),
        new("place", "来源地", TableColumnKind.Text, null, "OriginPlace", (r, _, _) => r.OriginPlace),
        new("branch", "产业类别", TableColumnKind.Text, null, null, (r, t, _) => r.Branch is { } branch ? t.Of(branch) : null),
        new("industry", "行业", TableColumnKind.Text, null, "Industry", (r, _, _) => r.Industry),
        new("landing", "落地单位", TableColumnKind.Text, null, null, (r, t, units) => Called(r.ParkId ?? r.UnitId, t, units)),
        new("unit", "落地区县", TableColumnKind.Text, null, null, (r, t, units) => Called(r.UnitId, t, units)),
        new("park", "园区", TableColumnKind.Text, null, null, (r, t, units) => Called(r.ParkId, t, units)),
        new("source", "信息来源单位", TableColumnKind.Text, null, null, (r, t, units) => Called(r.SourceUnitId, t, units)),
        new("company", "项目公司", TableColumnKind.Text, null, "Company", (r, _, _) => r.Company),
        new("code", "项目代码", TableColumnKind.Text, null, "NationalCode", (r, _, _) => r.NationalCode?.Value),
        new("land", "用地（亩）", TableColumnKind.Number, null, "LandMu", (r, _, _) => r.Land is { } land ? Math.Round(land.Mu, 2) : null),
        new("signed", "签约日期", TableColumnKind.Date, "signed", null, (r, _, _) => r.SignedOn),
        new("started", "开工日期", TableColumnKind.Date, "started", null, (r, _, _) => r.StartedOn),
        new("produced", "投产日期", TableColumnKind.Date, "produced", null, (r, _, _) => r.ProducedOn),
        new("contact", "联系人", TableColumnKind.Text, null, "Contact", (r, _, _) => r.Contact),
        new("description", "项目简介", TableColumnKind.Text, null, "Description", (r, _, _) => r.Description),
        new("progress", "最近进展", TableColumnKind.Date, "progress", null, (r, _, _) => r.LastProgressOn),
    ];

    /// <summary>The columns of these codes in their order; the usual ones when none is known.</summary>
    public static IReadOnlyList<ProjectColumn> Chosen(string? codes)
    {
        var chosen = (codes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Select(code => All.FirstOrDefault(c => c.Code == code)).OfType<ProjectColumn>().ToList();
        return chosen.Count > 0 ? chosen : Chosen(Usual);
    }

    /// <summary>Whether its values stand to the right.</summary>
    public bool IsNumber => Kind is TableColumnKind.Number or TableColumnKind.Money;

    private static string? Called(Guid? id, Words words, IReadOnlyList<Unit> units) => units.FirstOrDefault(u => u.Id == id)?.LabelIn(words);
}
