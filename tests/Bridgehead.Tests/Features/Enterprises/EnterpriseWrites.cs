using Bridgehead.Features.Enterprises;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Enterprises;

/// <summary>An example of every way to change something about an enterprise.</summary>
internal sealed class EnterpriseWrites : Examples
{
    private const string Day = "2026-03-01";

    /// <inheritdoc />
    public override IEnumerable<Write> Writes => [.. Register(), .. Owners(), .. Classes(), .. Contacts(), .. Diligence()];

    private static IEnumerable<Write> Register() =>
    [
        new("POST /enterprises/new", "district-clerk", _ => Now(Page("/enterprises/new", ("Input.Name", Scene.Fresh())))) { Wrong = ("Input.Name", Long), Other = ("Input.Name", "另一家"), Repeats = true },
        new("POST /enterprises/{id:guid}/edit", "district-clerk", async scene => Page($"/enterprises/{await scene.Enterprise()}/edit", ("Input.Name", Scene.Fresh()), ("Input.Version", 1)))
            { Wrong = ("Input.Name", Long), Other = ("Input.Name", "另一家"), Changes = true },
        new("POST /enterprises/{id:guid}?handler=Name", "district-clerk", async scene => Page($"/enterprises/{await scene.Enterprise()}?handler=Name", ("name.Name", Scene.Fresh()), ("name.Kind", "Former")))
            { Wrong = ("name.Name", Long), Other = ("name.Name", "另一名称") },
        new("POST /enterprises/{id:guid}?handler=Unname", "district-clerk", async scene => (await Name(scene)) is var (id, name) ? Page($"/enterprises/{id}?handler=Unname", ("other", name), ("version", 1)) : null!) { Wrong = ("version", "x"), Changes = true },
        new("POST /api/enterprises", "district-clerk", _ => Now(Api("POST", "/api/enterprises", ("name", Scene.Fresh())))) { Wrong = ("name", Long), Other = ("name", "另一家"), Repeats = true },
        new("PUT /api/enterprises/{id:guid}", "district-clerk", async scene => Api("PUT", $"/api/enterprises/{await scene.Enterprise()}", ("name", Scene.Fresh())) with { Version = 1 })
            { Wrong = ("name", Long), Other = ("name", "另一家"), Changes = true },
        new("POST /api/enterprises/{id:guid}/names", "district-clerk", async scene => Api("POST", $"/api/enterprises/{await scene.Enterprise()}/names", ("name", Scene.Fresh()), ("kind", "Abbreviation"))) { Wrong = ("name", Long), Other = ("name", "另一名称") },
        new("DELETE /api/enterprises/{id:guid}/names/{name:guid}", "district-clerk", async scene => (await Name(scene)) is var (id, name) ? Api("DELETE", $"/api/enterprises/{id}/names/{name}") with { Version = 1 } : null!) { Changes = true },
    ];

    private static IEnumerable<Write> Owners() =>
    [
        new("POST /enterprises/{id:guid}/owners/new", "district-clerk", async scene => Page($"/enterprises/{await scene.Enterprise()}/owners/new", ("Input.Owner", Scene.Fresh()), ("Input.Kind", "Person"), ("Input.Percent", 60)))
            { Wrong = ("Input.Owner", Long), Other = ("Input.Percent", 50) },
        new("POST /enterprises/{id:guid}/owners/{holding:guid}", "district-clerk", async scene => (await Share(scene)) is var (id, share)
            ? Page($"/enterprises/{id}/owners/{share}", ("Input.Owner", Scene.Fresh()), ("Input.Kind", "Person"), ("Input.Percent", 60), ("Input.Version", 1)) : null!) { Wrong = ("Input.Owner", Long), Other = ("Input.Percent", 50), Changes = true },
        new("POST /enterprises/{id:guid}/owners/{holding:guid}?handler=End", "district-clerk", async scene => (await Share(scene)) is var (id, share)
            ? Page($"/enterprises/{id}/owners/{share}?handler=End", ("on", Day), ("version", 1)) : null!) { Wrong = ("version", "x"), Other = ("on", "2026-03-02"), Changes = true },
        new("POST /api/enterprises/{id:guid}/shareholdings", "district-clerk", async scene => Api("POST", $"/api/enterprises/{await scene.Enterprise()}/shareholdings", ("owner", Scene.Fresh()), ("kind", "Person"), ("percent", 60)))
            { Wrong = ("owner", Long), Other = ("percent", 50) },
        new("PUT /api/enterprises/{id:guid}/shareholdings/{holding:guid}", "district-clerk", async scene => (await Share(scene)) is var (id, share)
            ? Api("PUT", $"/api/enterprises/{id}/shareholdings/{share}", ("owner", Scene.Fresh()), ("kind", "Person"), ("percent", 60)) with { Version = 1 } : null!) { Wrong = ("owner", Long), Other = ("percent", 50), Changes = true },
        new("POST /api/enterprises/{id:guid}/shareholdings/{holding:guid}/end", "district-clerk", async scene => (await Share(scene)) is var (id, share)
            ? Api("POST", $"/api/enterprises/{id}/shareholdings/{share}/end", ("on", Day)) with { Version = 1 } : null!) { Wrong = ("on", "x"), Other = ("on", "2026-03-02"), Changes = true },
    ];

    private static IEnumerable<Write> Classes() =>
    [
        new("POST /enterprises/{id:guid}/classes", "district-clerk", async scene => Page($"/enterprises/{await scene.Enterprise()}/classes", ("Input.Class", "high-tech"), ("Input.ListYear", 2026), ("Input.ValidFrom", Day)))
            { Wrong = ("Input.ListYear", 1), Other = ("Input.ListYear", 2025) },
        new("POST /enterprises/{id:guid}/classes?handler=End", "district-clerk", async scene => (await Class(scene)) is var (id, held)
            ? Page($"/enterprises/{id}/classes?handler=End", ("held", held), ("last", Day), ("version", 1)) : null!) { Wrong = ("version", "x"), Other = ("last", "2026-03-02"), Changes = true },
        new("POST /enterprises/classes/{id:guid}", "reviewer", async scene => (await Kind(scene)) is var (kind, version)
            ? Page($"/enterprises/classes/{kind}", ("Input.Name", Scene.Fresh()), ("Input.Version", version)) : null!) { Wrong = ("Input.Name", Long), Other = ("Input.Name", "另一资质"), Changes = true },
        new("POST /api/enterprises/{id:guid}/classes", "district-clerk", async scene => Api("POST", $"/api/enterprises/{await scene.Enterprise()}/classes", ("class", "high-tech"), ("listYear", 2026), ("validFrom", Day)))
            { Wrong = ("listYear", 1), Other = ("listYear", 2025) },
        new("POST /api/enterprises/{id:guid}/classes/{held:guid}/end", "district-clerk", async scene => (await Class(scene)) is var (id, held)
            ? Api("POST", $"/api/enterprises/{id}/classes/{held}/end", ("on", Day)) with { Version = 1 } : null!) { Wrong = ("on", "x"), Other = ("on", "2026-03-02"), Changes = true },
        new("PUT /api/class-kinds/{kind:guid}", "reviewer", async scene => (await Kind(scene)) is var (kind, version)
            ? Api("PUT", $"/api/class-kinds/{kind}", ("name", Scene.Fresh())) with { Version = version } : null!) { Wrong = ("name", Long), Other = ("name", "另一资质"), Changes = true },
    ];

    private static IEnumerable<Write> Contacts() =>
    [
        new("POST /enterprises/{id:guid}/contacts", "district-clerk", async scene => Page($"/enterprises/{await scene.Enterprise()}/contacts", ("Input.PersonName", Scene.Fresh()), ("Input.PersonPhone", "13800001234"), ("Input.Purpose", "项目洽谈"), ("Input.GivenOn", Day)))
            { Wrong = ("Input.Purpose", Long), Other = ("Input.Purpose", "另一目的"), Repeats = true },
        new("POST /enterprises/{id:guid}/contacts?handler=Open", "district-clerk", async scene => (await Person(scene)) is var (id, contact)
            ? Page($"/enterprises/{id}/contacts?handler=Open", ("contact", contact), ("purpose", "约访")) : null!) { Wrong = ("purpose", Long), Other = ("purpose", "另一事由"), Repeats = true },
        new("POST /enterprises/{id:guid}/contacts?handler=Renew", "district-clerk", async scene => (await Person(scene)) is var (id, contact)
            ? Page($"/enterprises/{id}/contacts?handler=Renew", ("contact", contact), ("renewal.GivenOn", Day), ("version", 1)) : null!) { Wrong = ("version", "x"), Other = ("renewal.GivenOn", "2026-03-02"), Changes = true },
        new("POST /enterprises/{id:guid}/contacts?handler=Erase", "district-clerk", async scene => (await Person(scene)) is var (id, contact)
            ? Page($"/enterprises/{id}/contacts?handler=Erase", ("contact", contact), ("reason", "本人要求"), ("version", 1)) : null!) { Wrong = ("reason", Long), Other = ("reason", "另一理由"), Changes = true },
        new("POST /api/enterprises/{id:guid}/contacts", "district-clerk", async scene => Api("POST", $"/api/enterprises/{await scene.Enterprise()}/contacts", ("personName", Scene.Fresh()), ("personPhone", "13800001234"), ("purpose", "项目洽谈"), ("givenOn", Day)))
            { Wrong = ("purpose", Long), Other = ("purpose", "另一目的"), Repeats = true },
        new("POST /api/enterprises/{id:guid}/contacts/{contact:guid}/renewal", "district-clerk", async scene => (await Person(scene)) is var (id, contact)
            ? Api("POST", $"/api/enterprises/{id}/contacts/{contact}/renewal", ("givenOn", Day)) with { Version = 1 } : null!) { Wrong = ("givenOn", "x"), Other = ("givenOn", "2026-03-02"), Changes = true },
        new("POST /api/enterprises/{id:guid}/contacts/{contact:guid}/erasure", "district-clerk", async scene => (await Person(scene)) is var (id, contact)
            ? Api("POST", $"/api/enterprises/{id}/contacts/{contact}/erasure", ("reason", "本人要求")) with { Version = 1 } : null!) { Wrong = ("reason", Long), Other = ("reason", "另一理由"), Changes = true },
    ];

    private static IEnumerable<Write> Diligence() =>
    [
        new("POST /enterprises/{id:guid}/diligence", "district-clerk", async scene => Page($"/enterprises/{await scene.Enterprise()}/diligence", ("input.Item", "ownership"), ("input.Result", "Ok"), ("input.Evidence", "公示系统"), ("input.On", Day)))
            { Wrong = ("input.Evidence", Long), Other = ("input.Evidence", "另一依据"), Repeats = true },
        new("POST /enterprises/{id:guid}/diligence?handler=Answer", "district-clerk", async scene => (await Found(scene)) is var (id, found)
            ? Page($"/enterprises/{id}/diligence?handler=Answer", ("contradiction", found), ("input.Answer", "已经核实过了"), ("version", 1)) : null!) { Wrong = ("input.Answer", Long), Other = ("input.Answer", "另有一个理由"), Changes = true },
        new("POST /enterprises/contradictions", "reviewer", _ => Now(Page("/enterprises/contradictions"))) { Repeats = true },
        new("POST /enterprises/checklist", "reviewer", async scene => (await Item(scene)) is var (item, version)
            ? Page("/enterprises/checklist", ("item", item), ("input.Name", Scene.Fresh()), ("input.ValidMonths", 6), ("input.IsUsed", "true"), ("input.Version", version)) : null!) { Wrong = ("input.ValidMonths", 0), Other = ("input.ValidMonths", 7), Changes = true },
        new("POST /api/enterprises/{id:guid}/checks", "district-clerk", async scene => Api("POST", $"/api/enterprises/{await scene.Enterprise()}/checks", ("item", "ownership"), ("result", "Ok"), ("evidence", "公示系统"), ("on", Day)))
            { Wrong = ("evidence", Long), Other = ("evidence", "另一依据"), Repeats = true },
        new("POST /api/contradictions/{contradiction:guid}/answer", "district-clerk", async scene => (await Found(scene)) is var (_, found)
            ? Api("POST", $"/api/contradictions/{found}/answer", ("answer", "已经核实过了")) with { Version = 1 } : null!) { Wrong = ("answer", Long), Other = ("answer", "另有一个理由"), Changes = true },
        new("PUT /api/check-items/{item:guid}", "reviewer", async scene => (await Item(scene)) is var (item, version)
            ? Api("PUT", $"/api/check-items/{item}", ("name", Scene.Fresh()), ("validMonths", 6), ("isUsed", true)) with { Version = version } : null!) { Wrong = ("validMonths", 0), Other = ("validMonths", 7), Changes = true },
    ];

    private static Task<(Guid, Guid)> Name(Scene scene) => With(scene, id => new OtherName(id, Scene.Fresh(), OtherNameKind.Abbreviation), n => n.Id);

    private static Task<(Guid, Guid)> Share(Scene scene) => With(scene, id => new Shareholding(id, new ShareholdingFacts { Kind = OwnerKind.Person, Owner = Scene.Fresh(), Percent = 40 }), h => h.Id);

    private static Task<(Guid, Guid)> Found(Scene scene) => With(scene, id => new Contradiction(id, ContradictionRule.ClassExpired, "高新技术企业\n2026-01-01", new DateOnly(2026, 2, 1)), c => c.Id);

    private static async Task<(Guid, Guid)> Class(Scene scene)
    {
        var id = await scene.Enterprise();
        return (id, await scene.Made(async services => (await services.GetRequiredService<ClassEnterprise>().Run(id, new ClassInput { Class = "high-tech", ListYear = 2026, ValidFrom = new DateOnly(2026, 1, 1) })).Id));
    }

    private static async Task<(Guid, Guid)> Person(Scene scene)
    {
        var east = await scene.Unit("east");
        return await With(scene, id => new Contact(id, east, new ContactFacts("王某某", null, "13800001234", null, "项目洽谈", ContactBasis.Consent, new DateOnly(2026, 1, 1), null), new DateOnly(2026, 1, 2)), c => c.Id);
    }

    private static async Task<(Guid, Guid)> With<T>(Scene scene, Func<Guid, T> thing, Func<T, Guid> identity) where T : class
    {
        var id = await scene.Enterprise();
        return (id, await scene.Made(async services =>
        {
            var (db, one) = (services.GetRequiredService<BridgeheadDb>(), thing(id));
            db.Add(one);
            await db.SaveChangesAsync();
            return identity(one);
        }));
    }

    private static Task<(Guid, long)> Kind(Scene scene) => One(scene, async db => await db.Set<ClassKind>().Where(k => k.Code == "gazelle").Select(k => new ValueTuple<Guid, long>(k.Id, k.Version)).SingleAsync());

    private static Task<(Guid, long)> Item(Scene scene) => One(scene, async db => await db.Set<CheckItem>().Where(i => i.Code == "business").Select(i => new ValueTuple<Guid, long>(i.Id, i.Version)).SingleAsync());

    private static async Task<(Guid, long)> One(Scene scene, Func<BridgeheadDb, Task<(Guid, long)>> read)
    {
        var version = 0L;
        var id = await scene.Made(async services =>
        {
            var (one, now) = await read(services.GetRequiredService<BridgeheadDb>());
            version = now;
            return one;
        });
        return (id, version);
    }
}
