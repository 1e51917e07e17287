using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>One line of the sheet as it is typed.</summary>
public sealed class SheetLine
{
    /// <summary>Which project.</summary>
    public Guid ProjectId { get; set; }
    /// <summary>Investment made since signing.</summary>
    [MaxLength(30)] public string? Invested { get; set; }
    /// <summary>Money arrived since signing.</summary>
    [MaxLength(30)] public string? Arrived { get; set; }
    /// <summary>Physical progress in percent.</summary>
    [Range(0, 100, ErrorMessage = "形象进度应在0%到100%之间")] public int? Percent { get; set; }
    /// <summary>Physical progress in words.</summary>
    [MaxLength(1000, ErrorMessage = "形象进度最多1000个字")] public string? Physical { get; set; }
    /// <summary>People at work on site.</summary>
    [Range(0, 1_000_000, ErrorMessage = "现场人数应在0到1000000之间")] public int? Workers { get; set; }
    /// <summary>Whether nothing has changed.</summary>
    public bool Same { get; set; }
    /// <summary>The version of the draft that was read; 0 for none.</summary>
    public long Version { get; set; }
}

/// <summary>The sheet as it is typed.</summary>
public sealed class SheetInput
{
    /// <summary>Its lines.</summary>
    [MaxLength(FileSheet.Lines)] public IList<SheetLine> Rows { get; set; } = [];
    /// <summary>Whether every line that says nothing new is filed as unchanged.</summary>
    public bool RestSame { get; set; }
}

/// <summary>A line of the sheet as it is shown: the project, what it last reported, and the draft it has for the month.</summary>
/// <param name="Project">The project.</param>
/// <param name="Before">The last report filed before the month.</param>
/// <param name="Report">The draft for the month.</param>
public sealed record SheetProject(Project Project, MonthlyReport? Before, MonthlyReport? Report);

/// <summary>The reports of a unit for a month on one sheet: those not yet filed, with what was last reported; what differs is filed, what is ticked is filed as unchanged.</summary>
public sealed class FileSheet(BridgeheadDb db, ListProjects list, ListDuties duties, FileReport file)
{
    /// <summary>How many lines a sheet has.</summary>
    public const int Lines = 60;

    /// <summary>The lines still to be filed, and whether there are more than fit.</summary>
    /// <param name="month">Which month, yyyymm.</param>
    /// <param name="unit">Only of this unit and what is below it.</param>
    /// <param name="of">Only these projects: those a sheet was sent for.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<(IReadOnlyList<SheetProject> Lines, bool More)> Open(int month, string? unit, IReadOnlyCollection<Guid> of, CancellationToken cancel = default)
    {
        if (month < ((await file.Rules(cancel)).FirstMonth ?? 0)) return ([], false);
        var visible = await duties.In(await list.Visible(cancel), unit, cancel);
        if (of.Count > 0) visible = visible.Where(p => of.Contains(p.Id));
        var projects = await duties.Owing(visible, month).Where(p => p.StageOrder < ProgressStages.Side)
            .Where(p => !db.Set<MonthlyReport>().Any(r => r.ProjectId == p.Id && r.Month == month && r.FiledOn != null)).OrderBy(p => p.Id).Take(Lines + 1).ToListAsync(cancel);
        var more = projects.Count > Lines;
        var ids = projects.Take(Lines).Select(p => p.Id).ToList();
        var before = await db.Set<MonthlyReport>().AsNoTracking().Where(r => ids.Contains(r.ProjectId) && r.Month < month && r.FiledOn != null)
            .Where(r => !db.Set<MonthlyReport>().Any(o => o.ProjectId == r.ProjectId && o.Month < month && o.FiledOn != null && o.Month > r.Month)).ToDictionaryAsync(r => r.ProjectId, cancel);
        var drafts = await db.Set<MonthlyReport>().AsNoTracking().Where(r => ids.Contains(r.ProjectId) && r.Month == month).ToDictionaryAsync(r => r.ProjectId, cancel);
        return ([.. projects.Take(Lines).Select(p => new SheetProject(p, before.GetValueOrDefault(p.Id), drafts.GetValueOrDefault(p.Id)))], more);
    }

    /// <summary>A line as the sheet first shows it: the draft, or what was last reported.</summary>
    public static SheetLine Line(SheetProject shown)
    {
        var from = ReportInput.Of(shown.Report ?? shown.Before);
        return new SheetLine { ProjectId = shown.Project.Id, Invested = from.Invested, Arrived = from.Arrived, Percent = from.Percent, Physical = from.Physical, Workers = from.Workers, Version = shown.Report?.Version ?? 0 };
    }

    /// <summary>Files what was typed; returns how many with content and how many as unchanged. One line refused and nothing is filed.</summary>
    public async Task<(int Filed, int Same)> Run(int month, SheetInput input, IReadOnlyList<SheetProject> shown, CancellationToken cancel = default)
    {
        var (filed, same) = (0, 0);
        foreach (var line in input.Rows)
        {
            if (shown.FirstOrDefault(s => s.Project.Id == line.ProjectId) is not { } about) continue;
            var differs = Differs(line, Line(about));
            if (!differs && !line.Same && !(input.RestSame && about.Before is not null)) continue;
            var report = about.Report is null ? null : await file.Find(line.ProjectId, month, cancel);
            if (report is not null) db.ReadAt(report, line.Version);
            var typed = new ReportInput
            {
                Invested = line.Invested, Arrived = line.Arrived, Percent = line.Percent, Physical = line.Physical, Workers = line.Workers,
                NextSteps = (about.Report ?? about.Before)?.NextSteps, NoChange = !differs,
            };
            await file.Run(about.Project, month, report, typed, cancel);
            if (differs) filed++;
            else same++;
        }
        Refusal.When(filed + same == 0, $"没有可报送的行：请改动数字、勾选“无变化”，或使用“其余均无变化”");
        return (filed, same);
    }

    private static bool Differs(SheetLine typed, SheetLine stood) =>
        WanAmount.Read(typed.Invested, nameof(SheetLine.Invested)) != WanAmount.Read(stood.Invested, nameof(SheetLine.Invested)) || WanAmount.Read(typed.Arrived, nameof(SheetLine.Arrived)) != WanAmount.Read(stood.Arrived, nameof(SheetLine.Arrived))
        || (typed.Percent ?? 0) != (stood.Percent ?? 0) || (typed.Workers ?? 0) != (stood.Workers ?? 0) || (typed.Physical ?? "").Trim() != (stood.Physical ?? "").Trim();
}
