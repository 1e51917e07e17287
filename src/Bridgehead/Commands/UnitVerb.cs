using System.CommandLine;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Commands;

/// <summary>Units at the command line: the city first, then everything below it.</summary>
internal static class UnitVerb
{
    private static readonly Option<string> Code = new("--code") { Required = true, Description = "代码 / code" };
    private static readonly Option<string> Name = new("--name") { Required = true, Description = "全称 / full name" };
    private static readonly Option<UnitKind> Kind = new("--kind") { Required = true, Description = "类别 / kind" };
    private static readonly Option<string?> Parent = new("--parent") { Description = "上级单位 / unit above" };
    private static readonly Option<string?> Short = new("--short") { Description = "简称 / short name" };
    private static readonly Option<string?> English = new("--english") { Description = "英文名 / English name" };
    private static readonly Option<string[]> Alias = new("--alias") { Description = "别名，可多次 / other names" };

    public static Command Verb() => new("unit", "单位 / units") { Add(), List() };

    private static Command Add()
    {
        var verb = new Command("add", "设立单位 / add a unit") { Code, Name, Kind, Parent, Short, English, Alias };
        verb.SetAction((parsed, _) => Session.Run(parsed, "organisations.add", async (services, cancel) =>
        {
            var unit = await services.GetRequiredService<FoundUnit>().Run(new NewUnit
            {
                Code = parsed.GetRequiredValue(Code), Name = parsed.GetRequiredValue(Name), Kind = parsed.GetRequiredValue(Kind), Parent = parsed.GetValue(Parent),
                ShortName = parsed.GetValue(Short), EnglishName = parsed.GetValue(English), Aliases = string.Join('\n', parsed.GetValue(Alias) ?? []),
            }, cancel);
            return new Answer(new { unit.Id, unit.Code, unit.Name, unit.Path }, services.GetRequiredService<Words>().Say($"已设立：{unit.Name}（{unit.Path}）"));
        }));
        return verb;
    }

    private static Command List()
    {
        var verb = new Command("list", "列出单位 / list the units");
        verb.SetAction((parsed, _) => Session.Run(parsed, null, async (services, cancel) =>
        {
            var units = await services.GetRequiredService<ScopedUnits>().All(cancel);
            return new Answer(units.Select(u => new { u.Id, u.Code, u.Name, u.ShortName, u.Kind, u.Path }), string.Join('\n', units.Select(u => $"{u.Code}\t{u.Name}\t{u.Path}")));
        }));
        return verb;
    }
}
