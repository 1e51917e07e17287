using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>Which bulletin, in an address.</summary>
public sealed class BulletinQuery
{
    /// <summary>The unit: code, name or short name.</summary>
    [System.ComponentModel.DataAnnotations.Required, System.ComponentModel.DataAnnotations.MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>The year.</summary>
    [System.ComponentModel.DataAnnotations.Range(1991, 2100)] public int Year { get; set; }
    /// <summary>Up to which month, 1 to 12.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 12)] public int Month { get; set; }
    /// <summary>As it stood at the end of this day; today when left out.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>As it is typed.</summary>
    public BulletinInput Input() => new() { Unit = Unit, Year = Year, Month = Month, AsOf = AsOf };
}

/// <summary>A ranking as the API shows it.</summary>
public sealed record RankView(Guid Id, string Title, ReportState State, int AppealDays, DateOnly? PublicFrom, DateOnly? PublicTo, IReadOnlyList<RankAppealView> Appeals, long Version)
{
    /// <summary>Shows it.</summary>
    public static RankView Of(ShownRank shown, IEnumerable<(RankAppeal Appeal, Unit Unit)> appeals) => new(
        shown.Rank.Id, shown.Draft.TitleLine, shown.Draft.State, shown.Rank.AppealDays, shown.Rank.PublicFrom, shown.Rank.PublicTo, [.. appeals.Select(a => RankAppealView.Of(a.Appeal, a.Unit))], shown.Rank.Version);
}

/// <summary>An objection as the API shows it.</summary>
public sealed record RankAppealView(Guid Id, string Unit, string Text, string By, DateTime At, bool? Upheld, string? Answer, string? DecidedBy, long Version)
{
    /// <summary>Shows it.</summary>
    public static RankAppealView Of(RankAppeal a, Unit unit) => new(a.Id, unit.Code, a.Text, a.By, a.At, a.Upheld, a.Answer, a.DecidedBy, a.Version);
}
