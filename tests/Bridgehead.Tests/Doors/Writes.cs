namespace Bridgehead.Tests.Doors;

/// <summary>Every way to change something, with an example of each. A new one fails in <see cref="EveryWrite"/> until its example stands here.</summary>
internal static class Writes
{
    private static readonly string Long = new('长', 5000);

    /// <summary>Without an example: what they need is tried where it is at home.</summary>
    public static IReadOnlyDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>
    {
        ["POST /access/authenticator"] = "needs the code of an authenticator app: AnAccount",
        ["POST /access/authenticator?handler=Off"] = "needs an authenticator app: AnAccount",
        ["POST /access/authenticator?handler=Recovery"] = "needs an authenticator app: AnAccount",
        ["POST /access/mail?handler=Confirm"] = "needs the code of a letter: ALetter",
        ["POST /access/passkeys"] = "needs a passkey in a browser",
        ["POST /access/passkeys?handler=Options"] = "asks the browser for a passkey; keeps nothing",
        ["POST /access/passkeys?handler=Remove"] = "needs a passkey in a browser",
        ["POST /access/password"] = "needs an account with a password: SigningInByPassword",
        ["POST /access/second-step"] = "before anybody is known there is no key: SigningInByPassword",
        ["POST /access/sign-in?handler=Passkey"] = "before anybody is known there is no key: SigningInByPassword",
        ["POST /access/sign-in?handler=PasskeyOptions"] = "asks the browser for a passkey; keeps nothing",
        ["POST /access/sign-in?handler=Password"] = "before anybody is known there is no key: SigningInByPassword",
        ["POST /access/sign-in?handler=Persona"] = "before anybody is known there is no key: SigningIn",
        ["POST /api/imports/checks/{id:guid}/cancel"] = "needs a ledger that is being imported: AnImportInTheBackground",
        ["POST /imports/checks/{id:guid}?handler=Cancel"] = "needs a ledger that is being imported: AnImportInTheBackground",
        ["POST /enterprises/{id:guid}/owners/new?handler=End"] = "a share that does not stand yet cannot end: not found",
        ["POST /access/sign-out"] = "ends the session the request came with: SigningInByPassword",
    };

    /// <summary>The examples: those here and those of every <see cref="Examples"/>.</summary>
    public static IReadOnlyList<Write> All { get; } =
    [
        .. OfAccounts(), .. OfUnits(), .. OfProjects(), .. OfFigures(), .. OfFiles(),
        .. typeof(Writes).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Examples))).OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(t => ((Examples)Activator.CreateInstance(t)!).Writes),
    ];

    private static IEnumerable<Write> OfAccounts() =>
    [
        new("POST /access/account?handler=End", "clerk", async scene => Page("/access/account?handler=End", ("session", await scene.Session("clerk")))),
        new("POST /access/account?handler=Language", "clerk", _ => Now(Page("/access/account?handler=Language", ("language", "zh")))) { Other = ("language", "en"), Repeats = true },
        new("POST /access/mail", "clerk", _ => Now(Page("/access/mail", ("Address", Scene.Fresh() + "@example.org")))) { Wrong = ("Address", Long), Other = ("Address", "another@example.org"), Repeats = true },
        new("POST /access/mail?handler=Remove", "clerk", _ => Now(Page("/access/mail?handler=Remove"))) { Repeats = true },
        new("POST /access/tokens", "clerk", _ => Now(Page("/access/tokens", ("Name", Scene.Fresh()), ("Scopes", "projects.read"), ("Months", 1)))) { Wrong = ("Months", 99), Other = ("Months", 2), Repeats = true },
        new("POST /access/tokens?handler=Revoke", "clerk", async scene => Page("/access/tokens?handler=Revoke", ("token", await scene.Token("clerk")), ("Months", 1))) { Wrong = ("token", "x") },
        new("POST /access/users/new", "security-admin", _ => Now(Page("/access/users/new", ("Input.UserName", Scene.Fresh()), ("Input.DisplayName", "某某"), ("Input.Role", "Clerk"), ("Input.Unit", "east"))))
            { Wrong = ("Input.UserName", "带空格 的"), Other = ("Input.DisplayName", "另一人") },
        new("POST /access/users/{id:guid}", "security-admin", async scene => Page($"/access/users/{await scene.Account()}",
            ("Input.DisplayName", "改名"), ("Input.Role", "Clerk"), ("Input.Unit", "east"), ("Input.Version", 1))) { Wrong = ("Input.DisplayName", Long), Other = ("Input.DisplayName", "再改名"), Changes = true },
        new("POST /access/users/{id:guid}?handler=Close", "security-admin", async scene => Page($"/access/users/{await scene.Account()}?handler=Close", ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /access/users/{id:guid}?handler=Reset", "security-admin", async scene => Page($"/access/users/{await scene.Account()}?handler=Reset", ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /audit?handler=Verify", "audit-admin", _ => Now(Page("/audit?handler=Verify"))) { Repeats = true },
        new("POST /style", "clerk", _ => Now(Page("/style", ("Input.Name", "示例")))) { Wrong = ("Input.Name", Long), Other = ("Input.Name", "另一个"), Repeats = true },
    ];

    private static IEnumerable<Write> OfUnits() =>
    [
        new("POST /organisations/new", "system-admin", _ => Now(Page("/organisations/new", ("Input.Code", Scene.Fresh()), ("Input.Name", Scene.Fresh()), ("Input.Kind", "CityDepartment"), ("Input.Parent", "city"))))
            { Wrong = ("Input.Code", Long), Other = ("Input.Name", "另一个部门") },
        new("POST /organisations/{id:guid}", "system-admin", async scene => Page($"/organisations/{await scene.NewUnit()}", ("Input.Name", Scene.Fresh()), ("Input.Order", 50), ("Input.Version", 1)))
            { Wrong = ("Input.Order", -1), Other = ("Input.Order", 51), Changes = true },
    ];

    private static IEnumerable<Write> OfProjects() =>
    [
        new("POST /projects/new", "district-clerk", async scene => Page("/projects/new", ("Input.Name", Scene.Fresh()), ("Input.UnitId", await scene.Unit("east")))) { Wrong = ("Input.Name", Long), Other = ("Input.Name", "另一个"), Repeats = true },
        new("POST /projects/{id:guid}/edit", "district-clerk", async scene => Page($"/projects/{await scene.Project()}/edit", ("Input.Name", Scene.Fresh()), ("Input.UnitId", await scene.Unit("east")), ("Input.Version", 1)))
            { Wrong = ("Input.Name", Long), Other = ("Input.Name", "另一个"), Changes = true },
        new("POST /projects/{id:guid}?handler=Move", "district-clerk", async scene => Page($"/projects/{await scene.Project()}?handler=Move", ("stage", "suspended"), ("reason", "等待"), ("version", 1)))
            { Wrong = ("stage", Long), Other = ("stage", "terminated"), Changes = true },
        new("POST /projects/{id:guid}?handler=ThrowAway", "district-clerk", async scene => Page($"/projects/{await scene.Project()}?handler=ThrowAway", ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /trash", "district-clerk", async scene => Page("/trash", ("kind", "project"), ("id", await scene.Project(thrownAway: true)), ("version", 2))) { Wrong = ("version", "x"), Changes = true },
        new("POST /api/projects", "district-clerk", async scene => Api("POST", "/api/projects", ("name", Scene.Fresh()), ("unitId", await scene.Unit("east")))) { Wrong = ("name", Long), Other = ("name", "另一个"), Repeats = true },
        new("PUT /api/projects/{id:guid}", "district-clerk", async scene => Api("PUT", $"/api/projects/{await scene.Project()}", ("name", Scene.Fresh()), ("unitId", await scene.Unit("east"))) with { Version = 1 })
            { Wrong = ("name", Long), Other = ("name", "另一个"), Changes = true },
        new("POST /api/projects/{id:guid}/stage", "district-clerk", async scene => Api("POST", $"/api/projects/{await scene.Project()}/stage", ("stage", "suspended"), ("reason", "等待")) with { Version = 1 })
            { Other = ("stage", "terminated"), Changes = true },
        new("POST /api/trash/{kind}/{id:guid}/restore", "district-clerk", async scene => Api("POST", $"/api/trash/project/{await scene.Project(thrownAway: true)}/restore") with { Version = 2 }) { Changes = true },
        new("DELETE /api/projects/{id:guid}", "district-clerk", async scene => Api("DELETE", $"/api/projects/{await scene.Project()}") with { Version = 1 }) { Changes = true },
    ];

    private static IEnumerable<Write> OfFigures() =>
    [
        new("POST /api/indicators", "reviewer", _ => Now(Api("POST", "/api/indicators", ("code", Scene.Fresh()), ("name", Scene.Fresh()), ("display", "个")))) { Wrong = ("code", Long), Other = ("name", "另一项") },
        new("POST /api/targets", "reviewer", _ => Now(Api("POST", "/api/targets", ("indicator", "arrived-funds"), ("unit", "west"), ("year", Year()), ("value", 100), ("stretch", 110), ("source", "文1号"), ("reason", ""), ("personId", null!))))
            { Wrong = ("year", 99), Other = ("value", 101) },
        new("PUT /api/targets/{id:guid}", "reviewer", async scene => Api("PUT", $"/api/targets/{await scene.Target(Year())}", ("value", 200), ("stretch", 220), ("source", "文2号"), ("reason", "调整")) with { Version = 1 }) { Wrong = ("source", Long), Other = ("value", 201), Changes = true },
        new("POST /api/entries/{sequence:long}/reversal", "district-clerk", async scene => Api("POST", $"/api/entries/{await scene.Entry()}/reversal", ("reason", "录入有误"))) { Wrong = ("reason", Long), Other = ("reason", "另有原因") },
        new("POST /figures/entries?handler=Reverse", "district-clerk", async scene => Page("/figures/entries?handler=Reverse&Indicator=arrived-funds&Unit=east&From=2026-01&To=2026-01",
            ("sequence", await scene.Entry()), ("reason", "录入有误"))) { Wrong = ("reason", Long), Other = ("reason", "另有原因") },
    ];

    private static IEnumerable<Write> OfFiles() =>
    [
        new("POST /api/attachments", "district-clerk", async scene => Api("POST", $"/api/attachments?kind=project&record={await scene.Project()}") with { File = ("file", "agreement.pdf", Scene.Pdf()) }) { Repeats = true },
        new("DELETE /api/attachments/{id:guid}", "district-clerk", async scene => Api("DELETE", $"/api/attachments/{await scene.Attachment()}") with { Version = 1 }) { Changes = true },
    ];

    private static int year;

    private static int Year() => 1990 + Interlocked.Increment(ref year) % 110;

    private static Sending Page(string address, params (string Name, object Value)[] fields) => new("POST", address) { Fields = fields };

    private static Sending Api(string method, string address, params (string Name, object Value)[] fields) => new(method, address) { Fields = fields };

    private static Task<Sending> Now(Sending sending) => Task.FromResult(sending);
}
