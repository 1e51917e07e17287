using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Progress;

/// <summary>What has changed since the last dispatch meeting, on two sheets of A4: the counts for the leader, the lines for those who have to answer.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class ChangesPage(ListChanges changes, ScopedUnits scope, TimeProvider clock) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public ChangesQuery Query { get; set; } = new();

    /// <summary>The first day.</summary>
    public DateOnly Since { get; private set; }
    /// <summary>What has changed; null when <see cref="Why"/> says why not.</summary>
    public ChangesSince? Found { get; private set; }
    /// <summary>Why nothing can be shown, in the person's language.</summary>
    public string? Why { get; private set; }
    /// <summary>The unit chosen.</summary>
    public Unit? About { get; private set; }
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) Query = new ChangesQuery();
        Units = await scope.All(Cancel);
        if (!string.IsNullOrEmpty(Query.Unit) && (About = await scope.Named(Query.Unit, Cancel)) is null) return false;
        if (string.IsNullOrEmpty(Query.Unit)) Query.Unit = null;
        var (today, words) = (clock.Day(), HttpContext.RequestServices.GetRequiredService<Words>());
        Since = changes.Since(Query);
        if (Since > today || Since < today.AddDays(-366)) Why = words["请选择最近一年内的日期"];
        else Found = await changes.Run(Query, Cancel);
        return true;
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";

    /// <summary>A change as it is said.</summary>
    public static string Said(ProjectChange change, Words words) => change.Kind switch
    {
        ChangeKind.Forward or ChangeKind.Back or ChangeKind.Aside => $"{words[change.From!]} → {words[change.To!]}" + (change.Said.Length > 0 ? $"（{change.Said}）" : ""),
        ChangeKind.Amount => words.Say($"{change.From}万元 → {change.To}万元"),
        ChangeKind.Arrived => words.Say($"{ProgressText.Wan(change.Fen)}万元"),
        ChangeKind.Reached => change.From == change.To ? words[change.Said] : words.Say($"{change.Said}（计划{change.From}）"),
        ChangeKind.Slipped => words.Say($"{change.Said}：{change.From} → {change.To}"),
        ChangeKind.Missing => words.Say($"{change.Said}月报"),
        _ => $"{words[change.From!]}：{change.Said}" + (change.To is null ? "" : words.Say($"（需{change.To}）")),
    };
}
