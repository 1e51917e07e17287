using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Agreements;

/// <summary>Ten years of promises: of the projects signed in a window, how many still live and how many of the promises due were kept, year by year after signing.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class CurvesPage(AskCurves curves, ScopedUnits scope, Words words) : Screen
{
    /// <summary>Which cohort is looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public CohortQuery Query { get; set; } = new();

    /// <summary>The whole, then its parts.</summary>
    public IReadOnlyList<CurveGroup> Groups { get; private set; } = [];
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The whole.</summary>
    public CurveGroup Whole => Groups[0];
    /// <summary>How many projects were signed in the window.</summary>
    public long SignedProjects => Whole.Points[0].Observed;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!ModelState.IsValid) Query = new CohortQuery();
        Units = await scope.All(Cancel);
        Groups = await curves.Run(Query, Cancel);
        return true;
    }

    /// <summary>What a part is called.</summary>
    public string NameOf(string key) => Query.By switch
    {
        _ when key.Length == 0 => Query.By == CohortSide.Branch ? words["未定"] : words["全部项目"],
        CohortSide.Branch => Enum.TryParse<Branch>(key, out var branch) ? words.Of(branch) : key,
        CohortSide.Channel when key == CohortQuery.Local => words["本地自行引进"],
        CohortSide.Unit or CohortSide.Channel => Units.FirstOrDefault(u => u.Code == key)?.LabelIn(words) ?? words["其他单位"],
        _ => words.Say($"{key}年签约"),
    };

    /// <summary>The address of what is behind a point of a part.</summary>
    public string Behind(string path, string key, int years, params (string, string?)[] more)
    {
        var route = Query.Route([("by", null), .. Narrowed(key), ("years", years.ToString(CultureInfo.InvariantCulture)), .. more]);
        return CohortQuery.Address(path, route);
    }

    /// <summary>The curve of survival, by part where it is taken apart.</summary>
    public Chart Survival => Draw(words["签约项目还有多少存续？"], "/agreements/projects", Groups.Count > 1
        ? [.. Shown.Select(g => Line(NameOf(g.Key), g, p => p.Survival))] : [Line(words["存续率"], Whole, p => p.Survival)]);

    /// <summary>The curve of fulfilment: both sides, or the enterprises' by part where it is taken apart.</summary>
    public Chart Fulfilment => Draw(Groups.Count > 1 ? words["企业到期承诺兑现了多少？"] : words["到期承诺兑现了多少？"], "/agreements/promises", Groups.Count > 1
        ? [.. Shown.Select(g => Line(NameOf(g.Key), g, p => p.EnterpriseFulfilment))]
        : [Line(words["企业兑现率"], Whole, p => p.EnterpriseFulfilment), Line(words["政府兑现率"], Whole, p => p.GovernmentFulfilment)]);

    /// <summary>The parts drawn as lines: the six with the most projects, in their order; the table has them all.</summary>
    public IEnumerable<CurveGroup> Shown => Groups.Skip(1).OrderByDescending(g => g.Points[0].Observed).Take(6).OrderBy(g => g.Key, StringComparer.Ordinal);

    private static ChartSeries Line(string name, CurveGroup group, Func<CurvePoint, decimal?> share) =>
        new(name, [.. group.Points.Select(p => share(p) is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : (decimal?)null)], "line");

    private Chart Draw(string title, string behind, IReadOnlyList<ChartSeries> series) => new(title, "%", [.. Whole.Points.Select(p => words.Say($"满{p.Years}年"))], series)
    {
        NamesAre = "签约后", Links = [.. Whole.Points.Select(p => Behind(behind, "", p.Years))],
        Source = words.Say($"{Query.From}—{Query.To}年签约，状态截至{Query.AsOf!.Value}"),
    };

    private (string, string?)[] Narrowed(string key) => key.Length == 0 || key == "elsewhere" ? [] : Query.By switch
    {
        CohortSide.Year => [("from", key), ("to", key)],
        CohortSide.Branch => [("branch", key)],
        CohortSide.Unit => [("unit", key)],
        CohortSide.Channel => [("channel", key)],
        _ => [],
    };
}
