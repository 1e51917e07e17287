using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Duplicates;

/// <summary>The queue of suspected duplicates. The clerk clears the own district's, the bureau those across districts; the obvious ones several at once.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class IndexPage(ListPairs list, DecidePair decide, ScanDuplicates scan, ScopedUnits scope, DuplicateRules rules, Asker asker, TimeProvider clock) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public PairQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<PairRow> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>How many wait.</summary>
    public int Waiting { get; private set; }
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Whether the asker may decide.</summary>
    public bool MayDecide => asker.May(Permission.DecideDuplicates);
    /// <summary>Whether the asker may have everything looked through: the bureau.</summary>
    public bool MayScan { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await scope.All(Cancel);
        MayScan = MayDecide && await scope.IsWholeCity(Cancel);
        (Rows, Next) = await list.Page(Query, cancel: Cancel);
        Waiting = await list.Waiting(Cancel);
        return true;
    }

    /// <summary>Decides the chosen pairs for one reason.</summary>
    public async Task<IActionResult> OnPost(string[] pairs, DuplicateDecision decision, string? reason)
    {
        if (!MayDecide) return Forbid();
        var chosen = pairs.Select(p => p.Split(':')).Where(p => p.Length == 2 && Guid.TryParse(p[0], out _) && long.TryParse(p[1], out _))
            .Select(p => (Guid.Parse(p[0]), long.Parse(p[1], CultureInfo.InvariantCulture))).ToList();
        this.Notice($"已处理{await decide.Batch(chosen, decision, reason, Cancel)}对");
        return RedirectToPage();
    }

    /// <summary>Looks through everything.</summary>
    public async Task<IActionResult> OnPostScan()
    {
        if (!MayScan) return Forbid();
        this.Notice($"检查完毕，新发现{await scan.Run(Cancel)}对疑似重复");
        return RedirectToPage();
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid? id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";

    /// <summary>A moment as it is read in the city.</summary>
    public static string Moment(DateTime at) => at.AddHours(8).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Whether it should have been decided by now.</summary>
    public bool IsOverdue(DuplicatePair pair) => pair.IsOverdue(clock.GetUtcNow().UtcDateTime, rules);

    /// <summary>For how many hours.</summary>
    public long HoursOver(DuplicatePair pair) => (long)(clock.GetUtcNow().UtcDateTime - pair.FoundOn).TotalHours - rules.DueHours;
}
