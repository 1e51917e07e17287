namespace Bridgehead.Features.Reports;

/// <summary>What a reported number counts. Money is held in its smallest unit, so no figure is ever rounded before it is shown.</summary>
public enum MeasureUnit
{
    /// <summary>人民币, held in 分; shown in 亿元, 万元 or 元.</summary>
    Yuan,
    /// <summary>美元, held in cents; shown in 亿美元, 万美元 or 美元.</summary>
    Dollar,
    /// <summary>个: projects, leads, agreements.</summary>
    Piece,
    /// <summary>家: enterprises.</summary>
    Enterprise,
    /// <summary>次: visits, meetings.</summary>
    Time,
    /// <summary>场: events.</summary>
    Event,
    /// <summary>人: cadres, visitors.</summary>
    Person,
    /// <summary>项: policies, requests, matters.</summary>
    Matter,
    /// <summary>张: vouchers.</summary>
    Sheet,
}
