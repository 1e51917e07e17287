using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Imports;

/// <summary>What a ledger is taken for.</summary>
public enum LedgerFor
{
    /// <summary>企业名录.</summary>
    [Label("企业名录")] Enterprises,
    /// <summary>项目台账.</summary>
    [Label("项目台账")] Projects,
    /// <summary>历史数据.</summary>
    [Label("历史数据")] Figures,
    /// <summary>目标: rows without a 类别 are targets.</summary>
    [Label("目标")] Targets,
}

/// <summary>How a ledger is to be imported, as stated with the upload. What is left out is found, or decided later.</summary>
public sealed class ImportQuery
{
    /// <summary>As what; found by its columns when left out.</summary>
    public LedgerFor? Kind { get; set; }
    /// <summary>Unknown units and indicators are added instead of refused.</summary>
    public bool? AddMissing { get; set; }
    /// <summary>The unit of rows that name none: code, name or short name.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>By what a known record is recognised.</summary>
    public MatchBy? MatchBy { get; set; }
    /// <summary>What happens to a known record.</summary>
    public OnExisting? OnExisting { get; set; }

    internal ImportKind? As => KindOf(Kind);

    internal CheckSettings Settings => new() { AddMissing = AddMissing ?? false, Targets = Kind == LedgerFor.Targets, Unit = string.IsNullOrWhiteSpace(Unit) ? null : Unit, MatchBy = MatchBy ?? Imports.MatchBy.Any, OnExisting = OnExisting };

    internal static ImportKind? KindOf(LedgerFor? kind) => kind switch { null => null, LedgerFor.Enterprises => ImportKind.Enterprises, LedgerFor.Projects => ImportKind.Projects, _ => ImportKind.Figures };
}
