namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>Which ledger (台账) is taken out.</summary>
public enum LedgerFileKind
{
    /// <summary>Leads entered in the days asked for: the weekly ledger.</summary>
    [Label("招商线索")] Leads,
    /// <summary>Projects signed in the days asked for.</summary>
    [Label("签约项目")] NewlySigned,
    /// <summary>Projects that started to build, buy equipment or open in the days asked for.</summary>
    [Label("新开工重点项目")] Started,
    /// <summary>Projects that came into production in the days asked for.</summary>
    [Label("新投产项目")] Producing,
    /// <summary>Projects that are not well today, whenever they came.</summary>
    [Label("推进缓慢项目")] Stalled,
    /// <summary>Money that arrived, entry by entry of the ledger of figures.</summary>
    [Label("到位资金")] Arrivals,
}

/// <summary>The paper a ledger is printed on, always landscape.</summary>
public enum LedgerPaper
{
    /// <summary>A4.</summary>
    [Label("A4横向")] A4,
    /// <summary>A3.</summary>
    [Label("A3横向")] A3,
}
