using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>The bulletins that are kept, and the rankings that are shown to the units now.</summary>
[Authorize(Permission.MakeReports)]
public sealed class IndexPage(FindReports find, HandleRanks ranks, KeepRankSetting setting, ScopedUnits scope, Asker asker) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public ReportQuery Query { get; set; } = new();

    /// <summary>The bulletins.</summary>
    public IReadOnlyList<ReportDraft> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The rankings shown now.</summary>
    public IReadOnlyList<(BulletinRank Rank, ReportDraft Draft)> Shown { get; private set; } = [];
    /// <summary>How bulletins rank.</summary>
    public RankSetting Setting { get; private set; } = new();
    /// <summary>Whether the asker may set how bulletins rank.</summary>
    public bool MaySet { get; private set; }
    private IReadOnlyList<Unit> Units { get; set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) Query = new ReportQuery();
        if (!Guid.TryParse(Query.After, out _)) Query.After = null;
        Query.Kind = ReportDraft.Bulletin;
        Units = await scope.All(Cancel);
        (Rows, Next) = await find.Page(Query, Cancel);
        Shown = await ranks.Shown(Cancel);
        Setting = await setting.Read(Cancel);
        MaySet = asker.May(Permission.ReviewReports) && await scope.IsWholeCity(Cancel);
        return true;
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";
}
