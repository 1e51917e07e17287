namespace Bridgehead.Features.Progress;

/// <summary>What is reported of a project for a month. Amounts are cumulative since signing and are departmental management data: the ledger of figures never takes them by itself.</summary>
public sealed record ReportFacts
{
    /// <summary>Investment made since signing.</summary>
    public Money Invested { get; init; }
    /// <summary>Money arrived since signing, as the project says.</summary>
    public Money Arrived { get; init; }
    /// <summary>Physical progress in whole percent, 0 to 100.</summary>
    public int Percent { get; init; }
    /// <summary>Physical progress in words.</summary>
    public string? Physical { get; init; }
    /// <summary>People at work on site.</summary>
    public int? Workers { get; init; }
    /// <summary>What comes next.</summary>
    public string? NextSteps { get; init; }
}

/// <summary>The report of a project for a month: a draft until it is filed; filed once, corrected with a reason.</summary>
public sealed class MonthlyReport : IVersioned, IAudited
{
    private MonthlyReport() { }

    /// <summary>Begins a report.</summary>
    /// <param name="projectId">Which project.</param>
    /// <param name="unitId">The unit that owes it.</param>
    /// <param name="month">Which month, yyyymm.</param>
    /// <param name="due">The last day on which it is on time.</param>
    public MonthlyReport(Guid projectId, Guid unitId, int month, DateOnly due) =>
        (Id, ProjectId, UnitId, Month, DueOn) = (Guid.CreateVersion7(), projectId, unitId, month, due);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The unit that owed it when it was begun.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>Which month, yyyymm.</summary>
    public int Month { get; private set; }
    /// <summary>The last day on which it was on time.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>Investment made since signing, in fen.</summary>
    public long InvestedFen { get; private set; }
    /// <summary>Money arrived since signing as the project says, in fen.</summary>
    public long ArrivedFen { get; private set; }
    /// <summary>Physical progress in whole percent.</summary>
    public int Percent { get; private set; }
    /// <summary>Physical progress in words.</summary>
    public string? Physical { get; private set; }
    /// <summary>People at work on site.</summary>
    public int? Workers { get; private set; }
    /// <summary>What comes next.</summary>
    public string? NextSteps { get; private set; }
    /// <summary>Whether it only says that nothing has changed.</summary>
    public bool NoChange { get; private set; }
    /// <summary>The day it was filed; null while it is a draft.</summary>
    public DateOnly? FiledOn { get; private set; }
    /// <summary>Whether it was filed after the due day.</summary>
    public bool Late { get; private set; }
    /// <summary>The person who filed it, or keeps the draft.</summary>
    public string Who { get; private set; } = "";
    /// <summary>How often it was corrected after filing.</summary>
    public int Corrections { get; private set; }
    /// <summary>Why it was last corrected.</summary>
    public string? Reason { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Keeps what was typed without filing it.</summary>
    public void Keep(ReportFacts facts, string who)
    {
        Refusal.When(FiledOn is not null, $"{Months.Text(Month)}月报已经报送，不能再存为草稿；更正请直接报送并写明理由");
        Take(facts);
        (NoChange, Who) = (false, who);
    }

    /// <summary>Files it, or corrects what was filed. A cumulative amount cannot fall below that of the month before.</summary>
    /// <param name="facts">What is reported.</param>
    /// <param name="before">The last report filed before this month; null for the first.</param>
    /// <param name="noChange">Whether it only says that nothing has changed.</param>
    /// <param name="today">Today in the city.</param>
    /// <param name="who">The person.</param>
    /// <param name="reason">Why it is corrected.</param>
    public void File(ReportFacts facts, MonthlyReport? before, bool noChange, DateOnly today, string who, string? reason)
    {
        Refusal.When(before is not null && facts.Invested.Fen < before.InvestedFen, $"累计完成投资{facts.Invested.Wan:0.##}万元少于{Months.Text(before?.Month ?? 0)}已报的{new Money(before?.InvestedFen ?? 0).Wan:0.##}万元；确属多报的，请先更正该月月报", "Invested");
        Refusal.When(before is not null && facts.Arrived.Fen < before.ArrivedFen, $"累计到位资金{facts.Arrived.Wan:0.##}万元少于{Months.Text(before?.Month ?? 0)}已报的{new Money(before?.ArrivedFen ?? 0).Wan:0.##}万元；确属多报的，请先更正该月月报", "Arrived");
        Refusal.When(FiledOn is not null && string.IsNullOrWhiteSpace(reason), $"{Months.Text(Month)}月报已于{FiledOn}报送，更正须写明理由", "Reason");
        Refusal.When(reason?.Length > 200, $"理由最多200个字", "Reason");
        Take(facts);
        (NoChange, Who) = (noChange, who);
        if (FiledOn is not null) (Corrections, Reason) = (Corrections + 1, reason!.Trim());
        else (FiledOn, Late) = (today, today > DueOn);
    }

    private void Take(ReportFacts facts)
    {
        Refusal.When(facts.Invested < Money.Zero, $"累计完成投资不能为负数", "Invested");
        Refusal.When(facts.Arrived < Money.Zero, $"累计到位资金不能为负数", "Arrived");
        Refusal.Unless(facts.Percent is >= 0 and <= 100, $"形象进度应在0%到100%之间", "Percent");
        Refusal.When(facts.Physical?.Length > 1000, $"形象进度最多1000个字", "Physical");
        Refusal.When(facts.NextSteps?.Length > 500, $"下步打算最多500个字", "NextSteps");
        Refusal.When(facts.Workers is < 0 or > 1_000_000, $"现场人数应在0到1000000之间", "Workers");
        (InvestedFen, ArrivedFen, Percent, Workers) = (facts.Invested.Fen, facts.Arrived.Fen, facts.Percent, facts.Workers);
        (Physical, NextSteps) = (Blank(facts.Physical), Blank(facts.NextSteps));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
