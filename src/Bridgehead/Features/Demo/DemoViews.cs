using Bridgehead.Features.Access;
using Bridgehead.Features.Bulk;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Views;
using Bridgehead.Features.Views;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>What people have made of the list of projects: views they saved and shared, fields they corrected one after the other, a change made to many at once.</summary>
public sealed class DemoViews(BridgeheadDb db, UnitOfWork work, IServiceScopeFactory scopes, CarryOutBulk carry) : DemoChapter
{
    private static readonly (string Owner, string Name, ViewKind Kind, string Query, ViewShare Share)[] Saved =
    [
        ("reviewer", "5亿元以上在建", ViewKind.Table, "stage=started,building&atLeast=5&sort=amount&cols=stage,amount,investor,landing,started,progress", ViewShare.Everybody),
        ("reviewer", "超期未动", ViewKind.Table, "overdue=true&sort=progress-up&cols=stage,since,amount,landing,contact,progress", ViewShare.Everybody),
        ("reviewer", "签约未开工", ViewKind.Gantt, "stage=signed,registered,preparing&sort=signed-up", ViewShare.Everybody),
        ("clerk", "外资看板", ViewKind.Board, "origin=Abroad", ViewShare.Unit),
        ("clerk", "分区县汇总", ViewKind.Table, "group=unit&sort=amount", ViewShare.Unit),
        ("district-clerk", "临澜区签约日历", ViewKind.Calendar, "owner=linlan", ViewShare.Unit),
        ("leader", "全市地图", ViewKind.Map, "", ViewShare.Own),
    ];

    private static readonly (string Contact, string Industry)[] Corrections =
        [("周工 0838-2201134", "锂离子电池制造"), ("李经理 0838-2209981", "新材料技术推广服务"), ("王总 0838-2203377", "农副食品加工"), ("陈工 0838-2206612", "通用设备制造"), ("赵主任 0838-2204450", "仓储物流")];

    /// <inheritdoc />
    public override int Order => 900;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var people = await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit).Where(u => u.IsPersona).ToDictionaryAsync(u => u.UserName!, cancel);
        foreach (var (owner, name, kind, query, share) in Saved)
        {
            var view = new SavedView(people[owner].Id, people[owner].DisplayName, people[owner].UnitId, kind, query);
            view.Call(name, share);
            db.Add(view);
        }
        // what follows is done by the people themselves, each a unit of work of its own
        await work.CommitPart("demo.fill", cancel: cancel);
        var district = units.First(u => u.Code == "linlan").Id;
        var own = await db.Set<Project>().AsNoTracking().Where(p => p.UnitId == district && p.DeletedAt == null).OrderBy(p => p.Number).Select(p => p.Id).Take(24).ToListAsync(cancel);
        for (var i = 0; i < Math.Min(own.Count, 10); i++)
        {
            await Correct(people["district-clerk"], own[i], facts => facts with { Contact = Corrections[i % 5].Contact }, cancel);
            if (i % 2 == 0) await Correct(people["district-reviewer"], own[i], facts => facts with { Contact = Corrections[(i + 1) % 5].Contact, Industry = Corrections[i % 5].Industry }, cancel);
        }
        if (own.Count > 12) await ChangeMany(people["district-clerk"], own[12..], cancel);
    }

    private async Task Correct(AppUser person, Guid project, Func<ProjectFacts, ProjectFacts> change, CancellationToken cancel)
    {
        await using var services = scopes.CreateAsyncScope();
        var with = As(person, services.ServiceProvider);
        var own = with.GetRequiredService<BridgeheadDb>();
        var thing = await own.Set<Project>().SingleAsync(p => p.Id == project, cancel);
        with.GetRequiredService<UnitOfWork>().Subject = project;
        await with.GetRequiredService<OpenProject>().Change(thing, change(StatedFacts.Of(thing)), cancel);
        await with.GetRequiredService<UnitOfWork>().Commit("projects.edit", cancel: cancel);
    }

    private async Task ChangeMany(AppUser person, List<Guid> projects, CancellationToken cancel)
    {
        await using var services = scopes.CreateAsyncScope();
        var with = As(person, services.ServiceProvider);
        var job = await with.GetRequiredService<PrepareBulk>().Run(new BulkInput { Act = BulkAct.Contact, Value = "临澜区投促中心 0838-2200000", Ids = projects }, cancel);
        await with.GetRequiredService<BulkJobs>().Start(job, cancel);
        await with.GetRequiredService<UnitOfWork>().Commit("projects.bulk.new", cancel: cancel);
        while (await carry.Step(cancel))
        {
        }
    }

    private static IServiceProvider As(AppUser person, IServiceProvider services)
    {
        var asker = services.GetRequiredService<Asker>();
        asker.Becomes(person, DataScope.RootFor(person.Role, person.Unit));
        asker.Address = "127.0.0.1";
        return services;
    }
}
