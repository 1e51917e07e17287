using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Progress;

/// <summary>Since when, and of which unit, changes are asked for.</summary>
public sealed class ChangesQuery
{
    /// <summary>The first day that counts, such as the last dispatch meeting; the first of last month when left out.</summary>
    public DateOnly? Since { get; set; }
    /// <summary>The unit: code, name or short name; it and everything below it.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
}

/// <summary>What kind of thing happened to a project.</summary>
public enum ChangeKind
{
    /// <summary>It went on to a later stage.</summary>
    [Label("阶段推进")] Forward,
    /// <summary>It fell back to an earlier stage.</summary>
    [Label("阶段倒退")] Back,
    /// <summary>It went on hold, ended or left the library.</summary>
    [Label("暂缓退出")] Aside,
    /// <summary>The agreed amount changed.</summary>
    [Label("金额变化")] Amount,
    /// <summary>Money arrived, by the ledger of figures.</summary>
    [Label("资金到位")] Arrived,
    /// <summary>A milestone was reached.</summary>
    [Label("节点完成")] Reached,
    /// <summary>A milestone was put off.</summary>
    [Label("节点推迟")] Slipped,
    /// <summary>A problem was raised.</summary>
    [Label("新增问题")] Raised,
    /// <summary>A problem was solved.</summary>
    [Label("问题销号")] Solved,
    /// <summary>A monthly report that fell due is missing.</summary>
    [Label("月报未报")] Missing,
}

/// <summary>One thing that happened to a project.</summary>
/// <param name="ProjectId">Which project.</param>
/// <param name="Kind">What kind.</param>
/// <param name="On">When.</param>
/// <param name="Said">The names in it: of stages, milestone, problem; Chinese, as recorded.</param>
/// <param name="From">The day or stage it came from.</param>
/// <param name="To">The day or stage it went to.</param>
/// <param name="Fen">The amount, or the difference of amounts, in fen.</param>
public sealed record ProjectChange(Guid ProjectId, ChangeKind Kind, DateOnly On, string Said, string? From = null, string? To = null, long Fen = 0);

/// <summary>What happened to one project.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="UnitId">Its unit.</param>
/// <param name="StageOrder">The stage it is at.</param>
/// <param name="AmountFen">What was agreed, in fen.</param>
/// <param name="Changes">What happened, in order.</param>
public sealed record ChangedProject(Guid Id, string Number, string Name, Guid UnitId, int StageOrder, long AmountFen, IReadOnlyList<ProjectChange> Changes);

/// <summary>What happened since a day.</summary>
/// <param name="Since">The first day.</param>
/// <param name="Until">The last day: today.</param>
/// <param name="Counts">How often each kind, by unit.</param>
/// <param name="Projects">By project, those with most to say first; no more than <see cref="ListChanges.Most"/>.</param>
/// <param name="Whole">How many projects there are in all.</param>
/// <param name="ArrivedFen">Money arrived, by unit, in fen.</param>
public sealed record ChangesSince(
    DateOnly Since, DateOnly Until, IReadOnlyDictionary<(Guid Unit, ChangeKind Kind), int> Counts, IReadOnlyList<ChangedProject> Projects, int Whole, IReadOnlyDictionary<Guid, long> ArrivedFen)
{
    /// <summary>How often a kind, over all units.</summary>
    public int Of(ChangeKind kind) => Counts.Where(c => c.Key.Kind == kind).Sum(c => c.Value);

    /// <summary>How often a kind, in a unit.</summary>
    public int Of(Guid unit, ChangeKind kind) => Counts.GetValueOrDefault((unit, kind));
}
