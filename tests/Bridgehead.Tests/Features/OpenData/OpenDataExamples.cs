using System.Globalization;
using Bridgehead.Features.OpenData;
using Bridgehead.Tests.Doors;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.OpenData;

/// <summary>An example of every way to prepare and review a data set.</summary>
internal sealed class OpenDataExamples : Examples
{
    private static readonly string Month = string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow.AddHours(8).Year}-01");

    public override IEnumerable<Write> Writes =>
    [
        new("POST /open", "district-clerk", _ => Now(Page("/open", [.. Set("Input.", name => name)]))) { Wrong = ("Input.Basis", Long), Other = ("Input.Licence", "另一种许可"), Repeats = true },
        new("POST /open/{id:guid}?handler=Decide", "district-reviewer", async scene => Page($"/open/{await Prepared(scene)}?handler=Decide", ("Decision.Publish", "true"), ("Decision.Opinion", "可以公开"), ("version", 1))) { Wrong = ("Decision.Opinion", Long), Other = ("Decision.Opinion", "另有意见"), Changes = true },
        new("POST /api/open-data", "district-clerk", _ => Now(Api("POST", "/api/open-data", [.. Set("", name => char.ToLowerInvariant(name[0]) + name[1..])]))) { Wrong = ("basis", Long), Other = ("licence", "另一种许可"), Repeats = true },
        new("POST /api/open-data/{id:guid}/decision", "district-reviewer", async scene => Api("POST", $"/api/open-data/{await Prepared(scene)}/decision", ("publish", true), ("opinion", "可以公开")) with { Version = 1 }) { Wrong = ("opinion", Long), Other = ("opinion", "另有意见"), Changes = true },
    ];

    private static IEnumerable<(string Name, object Value)> Set(string prefix, Func<string, string> named) =>
        new (string, object)[] { ("Unit", "east"), ("Subject", "ByBranch"), ("From", Month), ("To", Month), ("Attribute", "Open"), ("Basis", "《政府信息公开条例》第十九条"), ("Licence", "注明来源后可自由使用") }.Select(f => (prefix + named(f.Item1), f.Item2));

    private static Task<Guid> Prepared(Scene scene) => scene.Made(async services => (await services.GetRequiredService<PrepareDataset>().Run(
        new DatasetInput { Unit = "east", Subject = OpenSubject.ByBranch, From = Month, To = Month, Basis = "条例第十九条", Licence = "注明来源" })).Id);
}
