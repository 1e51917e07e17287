using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>How large a demo city is wanted.</summary>
/// <param name="Seed">The same seed gives the same city.</param>
/// <param name="Projects">How many projects, up to a million.</param>
/// <param name="Years">Over how many years, 1 to 10, up to this one.</param>
public sealed record DemoSize(int Seed, int Projects, int Years)
{
    /// <summary>The city people try the system with.</summary>
    public static DemoSize Usual { get; } = new(1, 420, 3);
}

/// <summary>Fills an empty installation with a fictional city: units, personas, and what they have done.</summary>
public sealed class FillDemoCity(BridgeheadDb db, TimeProvider clock, DemoProjects projects, DemoFigures figures, IEnumerable<DemoChapter> chapters)
{
    /// <summary>Whether nothing stands yet. A city is filled whole or not at all, so that one that was broken off leaves nothing.</summary>
    public async Task<bool> IsWanted(CancellationToken cancel = default) => !await db.Set<Unit>().AnyAsync(cancel);

    /// <summary>Fills it. Refused where there are units already: a demo never mixes with real data.</summary>
    public async Task<DemoSize> Run(DemoSize size, CancellationToken cancel = default)
    {
        Refusal.Unless(size.Projects is >= 0 and <= 1_000_000, $"演示项目数应在0到1000000之间");
        Refusal.Unless(size.Years is >= 1 and <= 10, $"演示年数应在1到10之间");
        Refusal.Unless(await IsWanted(cancel), $"数据目录中已有单位，演示数据只能填入空的系统");
        var units = DemoUnits.Found();
        db.AddRange(units);
        db.AddRange(DemoUnits.Personas(units));
        await db.SaveChangesAsync(cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var totals = await projects.Run(size, units, today, cancel);
        await figures.Run(size, units, totals, today, cancel);
        await projects.EnterHeld(cancel);
        foreach (var chapter in chapters.OrderBy(c => c.Order)) await chapter.Run(size, units, today, cancel);
        db.Note(new FieldChange("Demo", Guid.Empty, "Projects", null, size.Projects.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return size;
    }
}
