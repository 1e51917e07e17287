using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Views;
using Microsoft.AspNetCore.Authorization;

namespace Bridgehead.Features.Projects.Views;

/// <summary>A district on the map with what stands in it.</summary>
public sealed record MapArea(Unit? Unit, long Count, Money Sum);

/// <summary>The projects on a map: how many stand in which district, and what they come to. The outlines are the city's own file; until there is one they are schematic.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class MapPage(ListProjects list, ScopedUnits scope, KeepViews views, Asker asker, Installation installation, IConfiguration settings) : ProjectsScreen(list, scope, views, asker)
{
    /// <inheritdoc />
    public override ViewKind Kind => ViewKind.Map;
    /// <summary>The districts in their fixed order, then what belongs to none of them.</summary>
    public IReadOnlyList<MapArea> Areas { get; private set; } = [];
    /// <summary>Whether the city has put its own outlines there.</summary>
    public bool HasOutline => System.IO.File.Exists(MapOutline.FileOf(installation));
    /// <summary>The approval number of the map (审图号), printed under it.</summary>
    public string? Approval => settings["map-approval"];

    /// <summary>Shows the map.</summary>
    public async Task OnGet()
    {
        var groups = (await List.Groups(Query, "unit", Cancel)).ToDictionary(g => g.Key);
        var districts = Units.Where(u => u.Kind == UnitKind.District).ToList();
        var rest = groups.Values.Where(g => districts.All(d => d.Code != g.Key)).ToList();
        Areas =
        [
            .. districts.Select(d => groups.GetValueOrDefault(d.Code) is { } g ? new MapArea(d, g.Count, g.Sum) : new MapArea(d, 0, Money.Zero)),
            .. rest.Select(g => new MapArea(Units.FirstOrDefault(u => u.Code == g.Key), g.Count, g.Sum)),
        ];
    }

    /// <summary>The table of what stands in a district.</summary>
    public string? Table(MapArea area) => area.Unit is { } unit ? Query.Address("/projects", ("owner", unit.Code), ("view", "all")) : null;

    /// <summary>What the drawing takes: names, sums in words, addresses, and how dark each district is, 0 to 5.</summary>
    public string Drawing(Words words)
    {
        var districts = Areas.Where(a => a.Unit?.Kind == UnitKind.District).ToList();
        var most = districts.Count == 0 ? 0 : districts.Max(a => a.Sum.Fen);
        return JsonSerializer.Serialize(new
        {
            outline = HasOutline ? "/projects/map/outline" : null,
            areas = districts.Select(a => new
            {
                code = a.Unit!.Code, name = a.Unit.LabelIn(words), full = a.Unit.Name, href = Table(a), words = words.Say($"{a.Count}个，{a.Sum.Yi:#,0.##}亿元"),
                depth = most == 0 || a.Count == 0 ? 0 : 1 + (int)Math.Min(4, (decimal)a.Sum.Fen * 5 / most),
            }),
        }, JsonSerializerOptions.Web);
    }

    /// <summary>The share of the whole, in percent.</summary>
    public string Share(MapArea area)
    {
        var all = Areas.Sum(a => a.Sum.Fen);
        return all == 0 ? "—" : Math.Round((decimal)area.Sum.Fen * 100 / all, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";
    }
}
