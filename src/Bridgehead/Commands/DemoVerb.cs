using System.CommandLine;
using Bridgehead.Features.Demo;

namespace Bridgehead.Commands;

/// <summary>Fills an empty installation with the fictional city.</summary>
internal static class DemoVerb
{
    private static readonly Option<int> Seed = new("--seed") { DefaultValueFactory = _ => 1, Description = "种子，相同种子得到相同城市" };
    private static readonly Option<int> Projects = new("--projects") { DefaultValueFactory = _ => 420, Description = "项目数，最多1000000" };
    private static readonly Option<int> Years = new("--years") { DefaultValueFactory = _ => 3, Description = "年数，1到10" };

    public static Command Verb()
    {
        var verb = new Command("demo", "填入虚构的演示城市 / fill the fictional demo city") { Seed, Projects, Years };
        verb.SetAction((parsed, _) => Session.Run(parsed, "demo.fill", async (services, cancel) =>
        {
            var size = await services.GetRequiredService<FillDemoCity>().Run(
                new DemoSize(parsed.GetValue(Seed), parsed.GetValue(Projects), parsed.GetValue(Years)), cancel);
            return new Answer(size, $"演示城市已填入：{size.Projects}个项目，{size.Years}年");
        }));
        return verb;
    }
}
