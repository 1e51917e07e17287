using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Progress;

/// <summary>A monthly report as it is typed. Amounts are cumulative since signing: a bare number is 万元.</summary>
public sealed class ReportInput
{
    /// <summary>Investment made since signing.</summary>
    [MaxLength(30)] public string? Invested { get; set; }
    /// <summary>Money arrived since signing, as the project says.</summary>
    [MaxLength(30)] public string? Arrived { get; set; }
    /// <summary>Physical progress in whole percent.</summary>
    [Range(0, 100, ErrorMessage = "形象进度应在0%到100%之间")] public int? Percent { get; set; }
    /// <summary>Physical progress in words.</summary>
    [MaxLength(1000, ErrorMessage = "形象进度最多1000个字")] public string? Physical { get; set; }
    /// <summary>People at work on site.</summary>
    [Range(0, 1_000_000, ErrorMessage = "现场人数应在0到1000000之间")] public int? Workers { get; set; }
    /// <summary>What comes next.</summary>
    [MaxLength(500, ErrorMessage = "下步打算最多500个字")] public string? NextSteps { get; set; }
    /// <summary>The kind of a new problem; none when there is no new one.</summary>
    public ProblemKind? ProblemKind { get; set; }
    /// <summary>The new problem.</summary>
    [MaxLength(500, ErrorMessage = "问题最多500个字")] public string? ProblemText { get; set; }
    /// <summary>Who is needed to solve it.</summary>
    [MaxLength(60, ErrorMessage = "需要谁解决最多60个字")] public string? ProblemNeeds { get; set; }
    /// <summary>Problems reported before that are solved.</summary>
    public IList<Guid> Solved { get; set; } = [];
    /// <summary>Whether it only says that nothing has changed since the last report; what else is written is left aside.</summary>
    public bool NoChange { get; set; }
    /// <summary>Whether it is only kept, not filed.</summary>
    public bool Draft { get; set; }
    /// <summary>Why a report already filed is corrected.</summary>
    [MaxLength(200, ErrorMessage = "理由最多200个字")] public string? Reason { get; set; }
    /// <summary>The version that was read; 0 for a new one.</summary>
    [JsonIgnore] public long Version { get; set; }

    /// <summary>What it says.</summary>
    public ReportFacts Facts() => new()
    {
        Invested = WanAmount.Read(Invested, nameof(Invested)), Arrived = WanAmount.Read(Arrived, nameof(Arrived)), Percent = Percent ?? 0, Physical = Physical, Workers = Workers, NextSteps = NextSteps,
    };

    /// <summary>The form with what the last report said.</summary>
    public static ReportInput Of(MonthlyReport? report) => report is null ? new() : new()
    {
        Invested = WanAmount.Write(report.InvestedFen), Arrived = WanAmount.Write(report.ArrivedFen), Percent = report.Percent, Physical = report.Physical, Workers = report.Workers, NextSteps = report.NextSteps,
    };
}
