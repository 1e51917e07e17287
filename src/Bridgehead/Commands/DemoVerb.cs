using System.CommandLine;
using Bridgehead.Features.Demo;

namespace Bridgehead.Commands;

/// <summary>Fills an empty installation with the fictional city.</summary>
internal static class DemoVerb
{
    private static readonly Option<int> Seed = new("--seed") { DefaultValueFactory = _ => DemoSize.Usual.Seed, Description = "种子，相同种子得到相同城市" };
    private static readonly Option<int> Projects = new("--projects") { DefaultValueFactory = _ => DemoSize.Usual.Projects, Description = "项目数，最多1000000" };
    private static readonly Option<int> Years = new("--years") { DefaultValueFactory = _ => DemoSize.Usual.Years, Description = "年数，1到10" };
    private static readonly Option<bool> IfEmpty = new("--if-empty") { Description = "已经填入的不再填，照常结束 / where something stands already, leave it and end well" };

    public static Command Verb()
    {
        var verb = new Command("demo", "填入虚构的演示城市 / fill the fictional demo city") { Seed, Projects, Years, IfEmpty };
        verb.SetAction((parsed, _) => Session.Run(parsed, "demo.fill", async (services, cancel) =>
        {
            var (fill, words) = (services.GetRequiredService<FillDemoCity>(), services.GetRequiredService<Words>());
            if (parsed.GetValue(IfEmpty) && !await fill.IsWanted(cancel)) return Answer.Unchanged(new { filled = false }, words["数据目录中已有单位，没有再填入演示城市"]);
            var size = await fill.Run(new DemoSize(parsed.GetValue(Seed), parsed.GetValue(Projects), parsed.GetValue(Years)), cancel);
            return new Answer(size, words.Say($"演示城市已填入：{size.Projects}个项目，{size.Years}年"));
        }));
        return verb;
    }
}
