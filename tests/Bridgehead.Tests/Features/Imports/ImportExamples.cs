using System.Text;
using Bridgehead.Tests.Doors;

namespace Bridgehead.Tests.Features.Imports;

/// <summary>Examples of every way to change something about imports.</summary>
internal sealed class ImportExamples : Examples
{
    /// <inheritdoc />
    public override IEnumerable<Write> Writes =>
    [
        new("POST /imports", "district-clerk", _ => Now(Page("/imports", ("Kind", "Enterprises")) with { File = ("Upload", "企业.csv", Scene.Ledger()) })) { Wrong = ("Kind", "x"), Repeats = true },
        new("POST /imports/checks/{id:guid}?handler=Apply", "district-clerk", async scene => Page($"/imports/checks/{await scene.CheckedLedger()}?handler=Apply", ("version", 1))) { Wrong = ("version", "x"), Other = ("version", 2) },
        new("POST /imports/checks/{id:guid}?handler=Options", "district-clerk", async scene => Page($"/imports/checks/{await scene.CheckedLedger()}?handler=Options", ("Kind", "Enterprises"), ("OnExisting", "Keep"), ("MatchBy", "Code"), ("version", 1)))
            { Wrong = ("MatchBy", "x"), Other = ("MatchBy", "Name") },
        new("POST /imports/checks/{id:guid}?handler=Sheet", "district-clerk", async scene => Page($"/imports/checks/{await scene.CheckedLedger()}?handler=Sheet", ("Name", "台账"), ("HeaderRow", 1), ("Columns[1]", "phone"), ("version", 1)))
            { Wrong = ("HeaderRow", "x"), Other = ("Columns[1]", "address") },
        new("POST /imports/checks/{id:guid}?handler=Words", "district-clerk", async scene =>
        {
            var word = Scene.Fresh();
            return Page($"/imports/checks/{await scene.CheckedLedger("Projects", Encoding.UTF8.GetBytes($"项目名称,落地区县\n{Scene.Fresh()},{word}\n"))}?handler=Words", ($"meanings[unit|{word}]", "east"), ("version", 1));
        }) { Wrong = ("version", "x"), Other = ("version", 2) },
        new("POST /imports/checks/{id:guid}?handler=Correct", "district-clerk", async scene => Page(
            $"/imports/checks/{await scene.CheckedLedger("Enterprises", Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码\n{Scene.Fresh()},91510000X\n"))}?handler=Correct", ("name", "台账"), ("cells[2-1]", ""), ("version", 1)))
            { Wrong = ("version", "x"), Other = ("cells[2-1]", "-") },
        new("POST /imports/batches/{id:guid}", "district-clerk", async scene => Page($"/imports/batches/{await scene.Batch()}", ("changed", "Keep"))) { Wrong = ("changed", "x"), Other = ("changed", "TakeBack") },
        new("POST /api/imports/checks", "district-clerk", _ => Now(Api("POST", "/api/imports/checks?kind=Enterprises") with { File = ("file", "企业.csv", Scene.Ledger()) })) { Repeats = true },
        new("PUT /api/imports/checks/{id:guid}", "district-clerk", async scene => Api("PUT", $"/api/imports/checks/{await scene.CheckedLedger()}", ("onExisting", "Overwrite"), ("dollarRate", "7.1")) with { Version = 1 })
            { Wrong = ("dollarRate", Long), Other = ("dollarRate", "7.2"), Changes = true },
        new("POST /api/imports/checks/{id:guid}/apply", "district-clerk", async scene => Api("POST", $"/api/imports/checks/{await scene.CheckedLedger()}/apply") with { Version = 1 }) { Changes = true },
        new("POST /api/imports/{id:guid}/undo", "district-clerk", async scene => Api("POST", $"/api/imports/{await scene.Batch()}/undo") with { Version = 1 }) { Changes = true },
    ];
}
