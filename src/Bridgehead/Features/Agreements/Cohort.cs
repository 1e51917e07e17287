namespace Bridgehead.Features.Agreements;

/// <summary>How long projects signed on one day lived.</summary>
/// <param name="SignedOn">The day they were signed.</param>
/// <param name="ExitedOn">The day they were terminated or removed; null while alive.</param>
/// <param name="Count">How many projects.</param>
public sealed record ProjectLife(DateOnly SignedOn, DateOnly? ExitedOn, long Count = 1);

/// <summary>What became of promises of projects signed on one day.</summary>
/// <param name="SignedOn">The day the projects were signed.</param>
/// <param name="Party">Who promised.</param>
/// <param name="Since">Since when they are in force.</param>
/// <param name="DueOn">By which day they are to be kept.</param>
/// <param name="MetOn">The day they were kept; null while not.</param>
/// <param name="GoneOn">The day they were waived or dropped; null while in force.</param>
/// <param name="Count">How many promises.</param>
public sealed record PromiseLife(DateOnly SignedOn, PromiseParty Party, DateOnly Since, DateOnly DueOn, DateOnly? MetOn, DateOnly? GoneOn, long Count = 1);

/// <summary>Where a cohort stands so many whole years after signing; denominators beside every share (domain rule 4.8 a and f).</summary>
/// <param name="Years">How many whole years after signing.</param>
/// <param name="Observed">The projects whose signing lies that far back.</param>
/// <param name="Alive">Of these, those neither terminated nor removed by then.</param>
/// <param name="EnterpriseDue">The enterprises' promises due by then and neither waived nor dropped.</param>
/// <param name="EnterpriseMet">Of these, those kept by then.</param>
/// <param name="GovernmentDue">The government's promises due by then.</param>
/// <param name="GovernmentMet">Of these, those kept by then.</param>
public sealed record CurvePoint(int Years, long Observed, long Alive, long EnterpriseDue, long EnterpriseMet, long GovernmentDue, long GovernmentMet)
{
    /// <summary>存续率: alive ÷ observed, in percent, exact; nothing where none is observed.</summary>
    public decimal? Survival => Share(Alive, Observed);

    /// <summary>企业兑现率: kept ÷ due, in percent, exact.</summary>
    public decimal? EnterpriseFulfilment => Share(EnterpriseMet, EnterpriseDue);

    /// <summary>政府兑现率: kept ÷ due, in percent, exact.</summary>
    public decimal? GovernmentFulfilment => Share(GovernmentMet, GovernmentDue);

    private static decimal? Share(long part, long whole) => whole == 0 ? null : part * 100m / whole;
}

/// <summary>The projects signed in a window of time, followed year by year from their own signing.</summary>
public static class Cohort
{
    /// <summary>How many years are followed.</summary>
    public const int Years = 10;

    /// <summary>How many days so many whole years are: 365 each and one more in every fourth, alike on every database and for a 29 February.</summary>
    public static int Days(int years) => 365 * years + years / 4;

    /// <summary>The curve from the day of signing to ten years after it. A project is observed at a point only when that point is not after the day asked for.</summary>
    public static IReadOnlyList<CurvePoint> Curve(IReadOnlyCollection<ProjectLife> projects, IReadOnlyCollection<PromiseLife> promises, DateOnly asOf) =>
        [.. Enumerable.Range(0, Years + 1).Select(years => Point(projects, promises, asOf, years))];

    private static CurvePoint Point(IEnumerable<ProjectLife> projects, IEnumerable<PromiseLife> promises, DateOnly asOf, int years)
    {
        var days = Days(years);
        long observed = 0, alive = 0;
        foreach (var project in projects)
        {
            var then = project.SignedOn.AddDays(days);
            if (then > asOf) continue;
            observed += project.Count;
            if (project.ExitedOn is null || project.ExitedOn > then) alive += project.Count;
        }
        var due = new long[2];
        var met = new long[2];
        foreach (var promise in promises)
        {
            var then = promise.SignedOn.AddDays(days);
            if (then > asOf || promise.DueOn > then || promise.Since > then || promise.GoneOn <= then) continue;
            due[(int)promise.Party] += promise.Count;
            if (promise.MetOn <= then) met[(int)promise.Party] += promise.Count;
        }
        return new CurvePoint(years, observed, alive, due[0], met[0], due[1], met[1]);
    }
}
