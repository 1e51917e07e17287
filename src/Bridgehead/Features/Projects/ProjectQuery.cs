using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Projects.Stages;
using Microsoft.Extensions.Primitives;

namespace Bridgehead.Features.Projects;

/// <summary>What the projects are asked for, in whichever view; kept whole in the address, so that a view is a link. Days are days in the city, amounts 亿元.</summary>
public sealed class ProjectQuery
{
    /// <summary>Words, pinyin, initials, number.</summary>
    [MaxLength(60)] public string? Q { get; set; }
    /// <summary>Codes of stages, with commas between.</summary>
    [MaxLength(200)] public string? Stage { get; set; }
    /// <summary>How it is doing.</summary>
    public Health? Health { get; set; }
    /// <summary>pending: a stage request waits; late: recorded afterwards and owing.</summary>
    [MaxLength(10)] public string? Mark { get; set; }
    /// <summary>A unit's code: it and everything below it.</summary>
    [MaxLength(40)] public string? Unit { get; set; }
    /// <summary>A unit's code: what it or a unit below it owns; of the city only what it owns itself.</summary>
    [MaxLength(40)] public string? Owner { get; set; }
    /// <summary>A park's code: what lands in it.</summary>
    [MaxLength(40)] public string? Park { get; set; }
    /// <summary>Where the investor comes from.</summary>
    public Origin? Origin { get; set; }
    /// <summary>The branch of the economy.</summary>
    public Branch? Branch { get; set; }
    /// <summary>The industry, as it is written in the project.</summary>
    [MaxLength(60)] public string? Industry { get; set; }
    /// <summary>The investor in the register of enterprises.</summary>
    public Guid? Investor { get; set; }
    /// <summary>At least so many 亿元.</summary>
    [Range(0d, 100000d)] public decimal? AtLeast { get; set; }
    /// <summary>At most so many 亿元.</summary>
    [Range(0d, 100000d)] public decimal? AtMost { get; set; }
    /// <summary>Signed in this year.</summary>
    [Range(1990, 2100)] public int? Year { get; set; }
    /// <summary>Signed on this day or later.</summary>
    public DateOnly? SignedFrom { get; set; }
    /// <summary>Signed on this day or earlier.</summary>
    public DateOnly? SignedTo { get; set; }
    /// <summary>Building started on this day or later.</summary>
    public DateOnly? StartedFrom { get; set; }
    /// <summary>Building started on this day or earlier.</summary>
    public DateOnly? StartedTo { get; set; }
    /// <summary>Production started on this day or later.</summary>
    public DateOnly? ProducedFrom { get; set; }
    /// <summary>Production started on this day or earlier.</summary>
    public DateOnly? ProducedTo { get; set; }
    /// <summary>Only those without progress for longer than their stage allows.</summary>
    public bool? Overdue { get; set; }
    /// <summary>One of <see cref="ProjectOrder.All"/>, with "-up" for rising.</summary>
    [MaxLength(20)] public string? Sort { get; set; }
    /// <summary>Where the page begins: the cursor of the last row before it.</summary>
    [MaxLength(120)] public string? After { get; set; }
    /// <summary>The columns of the table in their order, codes with commas between.</summary>
    [MaxLength(400)] public string? Cols { get; set; }
    /// <summary>How many columns stay in place when the table is moved sideways, 1 to 3.</summary>
    [Range(1, 3)] public int? Freeze { get; set; }
    /// <summary>What the table is grouped by, one of <see cref="ProjectGroup.All"/>.</summary>
    [MaxLength(20)] public string? Group { get; set; }
    /// <summary>The saved view it came from; it decides nothing but which tab is marked.</summary>
    [MaxLength(40)] public string? View { get; set; }

    /// <summary>Takes boxes that were ticked together, as a form sends them: stage=lead&amp;stage=talks.</summary>
    public void Join(StringValues stages, StringValues columns)
    {
        if (stages.Count > 1) Stage = string.Join(',', stages.ToArray());
        if (columns.Count > 1) Cols = string.Join(',', columns.ToArray());
    }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => Pairs.Any(p => p.Key is not ("sort" or "after" or "cols" or "freeze" or "group" or "view"));

    /// <summary>The stages asked for; none means all.</summary>
    public IReadOnlyList<Stage> Stages => [.. (Stage ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Projects.Stage.Called).OfType<Stage>().Distinct()];

    /// <summary>Everything that is asked for, in a fixed order, empty fields left out: the same question has the same address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs => All().Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value!));

    /// <summary>The address of a page with this question, some of it changed; null or empty leaves a field out. The cursor is left out unless it is given.</summary>
    public string Address(string path, params (string Key, string? Value)[] changed)
    {
        var text = Text(changed);
        return text.Length == 0 ? path : path + "?" + text;
    }

    /// <summary>The question as it stands in an address, without the question mark.</summary>
    public string Text(params (string Key, string? Value)[] changed)
    {
        var pairs = Pairs.Where(p => p.Key != "after" && !Array.Exists(changed, c => c.Key == p.Key)).Concat(changed.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => KeyValuePair.Create(c.Key, c.Value!)));
        return string.Join('&', pairs.Select(p => p.Key + "=" + Uri.EscapeDataString(p.Value).Replace("%2C", ",", StringComparison.Ordinal)));
    }

    private IEnumerable<(string Key, string? Value)> All() =>
    [
        ("q", Q), ("stage", Stage), ("health", Health?.ToString()), ("mark", Mark), ("unit", Unit), ("owner", Owner), ("park", Park), ("origin", Origin?.ToString()), ("branch", Branch?.ToString()), ("industry", Industry), ("investor", Investor?.ToString()),
        ("atLeast", Number(AtLeast)), ("atMost", Number(AtMost)), ("year", Year?.ToString(CultureInfo.InvariantCulture)),
        ("signedFrom", Day(SignedFrom)), ("signedTo", Day(SignedTo)), ("startedFrom", Day(StartedFrom)), ("startedTo", Day(StartedTo)), ("producedFrom", Day(ProducedFrom)), ("producedTo", Day(ProducedTo)),
        ("overdue", Overdue == true ? "true" : null), ("sort", Sort), ("cols", Cols), ("freeze", Freeze?.ToString(CultureInfo.InvariantCulture)), ("group", Group), ("view", View), ("after", After),
    ];

    private static string? Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
