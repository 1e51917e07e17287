using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>An indicator as the API shows it.</summary>
public sealed record IndicatorView(
    Guid Id, string Code, int ScopeVersion, string Name, string EnglishName, IReadOnlyList<string> Aliases, string Scope, string Authority, Measure Measure, Aggregation Aggregation,
    string Display, DateOnly? ValidFrom, DateOnly? ValidTo, long Version)
{
    /// <summary>The code of the indicator whose entries it takes.</summary>
    public string? Base { get; init; }
    /// <summary>Only projects of at least this agreed investment, in 万元.</summary>
    public decimal? AmountFromWan { get; init; }
    /// <summary>Only projects below it, in 万元.</summary>
    public decimal? AmountBelowWan { get; init; }
    /// <summary>Only these origins.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
    /// <summary>Only these branches.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];
    /// <summary>Only this field of business.</summary>
    public string? Field { get; init; }
    /// <summary>Which way is better.</summary>
    public Direction Direction { get; init; }
    /// <summary>The series growth is computed on.</summary>
    public string? ComparableTo { get; init; }
    /// <summary>The code of the indicator it follows in name.</summary>
    public string? Succeeds { get; init; }
    /// <summary>Whether it is an official statistic.</summary>
    public bool IsOfficial { get; init; }
    /// <summary>表号.</summary>
    public string FormNumber { get; init; } = "";
    /// <summary>制定机关.</summary>
    public string FormBody { get; init; } = "";
    /// <summary>批准文号.</summary>
    public string FormApproval { get; init; } = "";
    /// <summary>有效期至.</summary>
    public DateOnly? FormValidTo { get; init; }

    /// <summary>Shows an indicator.</summary>
    public static IndicatorView Of(Indicator i) => new(
        i.Id, i.Code, i.ScopeVersion, i.Name, i.EnglishName, i.Aliases.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), i.Scope, i.Authority,
        i.Measure, i.Aggregation, i.Display, i.ValidFrom, i.ValidTo, i.Version)
    {
        Base = i.BaseCode, AmountFromWan = i.AmountFromFen is { } from ? new Money(from).Wan : null, AmountBelowWan = i.AmountBelowFen is { } below ? new Money(below).Wan : null,
        Origins = Indicator.Keys(i.Origins), Branches = Indicator.Keys(i.Branches), Field = i.FieldCode, Direction = i.Direction, ComparableTo = i.ComparableTo, Succeeds = i.Succeeds,
        IsOfficial = i.IsOfficial, FormNumber = i.FormNumber, FormBody = i.FormBody, FormApproval = i.FormApproval, FormValidTo = i.FormValidTo,
    };
}

/// <summary>A document as the API shows it.</summary>
public sealed record EvidenceView(Guid Id, EvidenceKind Kind, string Title, string Source, EvidenceTier Tier);

/// <summary>An entry as the API shows it; the value in <see cref="MeasureUnit"/>, exact.</summary>
public sealed record EntryView(
    long Sequence, string Indicator, int ScopeVersion, string Unit, Guid? ProjectId, DateOnly BusinessDate, DateTime RecordedAt, string From, string To, decimal Value, string MeasureUnit,
    string Currency, bool Whole, Dimension Breakdown, string? Origin, string? Industry, string? Band, string? Other, long? Reverses, string? Reason, bool TakenBack, bool Late, EvidenceView Evidence);

/// <summary>Names the indicators and units of entries for those who read them.</summary>
public sealed class EntryNames(BridgeheadDb db, ScopedUnits scope)
{
    /// <summary>The entries with their names.</summary>
    public async Task<IReadOnlyList<EntryView>> Show(IReadOnlyCollection<EntryRow> rows, CancellationToken cancel = default)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().ToDictionaryAsync(i => i.Id, cancel);
        var units = (await scope.All(cancel)).ToDictionary(u => u.Id, u => u.Code);
        return [.. rows.Select(r =>
        {
            var indicator = indicators[r.IndicatorId];
            return new EntryView(
                r.Sequence, indicator.Code, indicator.ScopeVersion, units.GetValueOrDefault(r.UnitId, ""), r.ProjectId, r.BusinessDate, r.RecordedAt, Months.Text(r.FromMonth), Months.Text(r.ToMonth),
                UnitOfMeasure.Write(r.Value, indicator.Display), indicator.Display, r.Currency, r.Whole, r.Breakdown, r.Origin, r.Industry, r.Band, r.Other, r.Reverses, r.Reason, r.TakenBack, r.IsLate,
                new EvidenceView(r.EvidenceId, r.Kind, r.Evidence, r.Source, r.Tier));
        })];
    }
}
