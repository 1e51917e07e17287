using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>Writes the next version of a track's stages, puts it in force, or drops it; the same for page and API. Only the city bureau's reviewer may.</summary>
public sealed class ProposeStages(BridgeheadDb db, StageRules rules, Asker asker, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;
    private DateOnly Today => DateOnly.FromDateTime(Now.AddHours(8));

    /// <summary>Whether the asker may.</summary>
    public bool May => asker.May(Permission.ConfigureStages) && asker.IsOfBureau;

    /// <summary>Writes it down as a draft, which holds for nobody. Refused when it says what is in force already.</summary>
    public async Task<StageSet> Run(StageSetInput input, CancellationToken cancel = default)
    {
        RefuseOthers();
        var track = input.Track!.Value;
        Refusal.When(input.ValidFrom < Today, $"施行日期{input.ValidFrom}已过，请填今天或以后的日期", nameof(input.ValidFrom));
        var force = (await rules.On(Today, cancel))[track];
        var written = input.Rules.Where(r => r.Used).Select(r => r.Rule()).ToList();
        var aside = force.Rules.Where(r => r.Stage.IsSide && written.TrueForAll(w => w.Order != r.Order)).Select(r => new StageRule(r.Stage, r.Name, r.Criteria, [], r.Approver, r.Days));
        var number = 1 + await db.Set<StageSet>().Where(s => s.Track == track).MaxAsync(s => s.Number, cancel);
        var set = new StageSet(track, number, input.ValidFrom!.Value, input.Note ?? "", [.. written, .. aside], asker.Name, Now);
        Refusal.When(set.Rules.Count == force.Rules.Count && set.Rules.All(r => force.Rule(r.Order) is { } same && same.Says(r)), $"内容与现行第{force.Number}版相同，没有需要施行的修改");
        db.Add(set);
        await db.SaveChangesAsync(cancel);
        return set;
    }

    /// <summary>Puts a draft in force from its day on.</summary>
    public async Task Apply(StageSet set, CancellationToken cancel = default)
    {
        RefuseOthers();
        set.Apply(Today, asker.Name);
        await db.SaveChangesAsync(cancel);
        rules.Forget();
    }

    /// <summary>Drops a draft.</summary>
    public async Task Drop(StageSet set, CancellationToken cancel = default)
    {
        RefuseOthers();
        set.Drop(asker.Name);
        await db.SaveChangesAsync(cancel);
    }

    private void RefuseOthers() => Refusal.Unless(May, $"阶段与门槛由市局审核人员设置，您没有这项权限");
}
