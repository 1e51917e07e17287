namespace Bridgehead.Features.Ledger;

/// <summary>
/// A number the statistics bureau published, beside ours: read-only, never summed, never written back (statistics law, articles 14 and 17; domain rule 4.3).
/// A later one for the same place stands instead of an earlier one, which is kept.
/// </summary>
public sealed class OfficialFigure : IAudited
{
    private OfficialFigure() { }

    /// <summary>Keeps a published number. Refused without its source.</summary>
    public OfficialFigure(string indicator, Guid unit, Months span, long value, string authority, string source, (Guid? Id, string Name) by, DateTime at)
    {
        Refusal.When(string.IsNullOrWhiteSpace(source), $"请写明统计部门公布的出处，如文号、公报名称", "Input.Source");
        (Id, IndicatorCode, UnitId, FromMonth, ToMonth, Value) = (Guid.CreateVersion7(), indicator, unit, span.From, span.To, value);
        (Authority, Source, ById, Who, At) = (authority.Trim().Length == 0 ? "统计局" : authority.Trim(), source.Trim(), by.Id, by.Name, at);
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }
    /// <summary>Which indicator, by its code: the official scope is the bureau's own.</summary>
    public string IndicatorCode { get; private set; } = "";
    /// <summary>Of which unit.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>The first month, as yyyymm.</summary>
    public int FromMonth { get; private set; }
    /// <summary>The last month, as yyyymm.</summary>
    public int ToMonth { get; private set; }
    /// <summary>How much, in the indicator's smallest unit.</summary>
    public long Value { get; private set; }
    /// <summary>Who published it.</summary>
    public string Authority { get; private set; } = "";
    /// <summary>Where.</summary>
    public string Source { get; private set; } = "";
    /// <summary>Who entered it here.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string Who { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
}
