using System.CommandLine;
using System.Globalization;
using System.Text;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Commands;

/// <summary>Prints the stages in force, one set for each track, with what each asks for.</summary>
internal static class StagesVerb
{
    private static readonly Option<DateOnly?> On = new("--on") { Description = "某日施行的规则，如 2026-01-01 / the rules in force on a day" };

    public static Command Verb()
    {
        var verb = new Command("stages", "现行阶段与门槛 / stages and gates in force") { On };
        verb.SetAction((parsed, _) => Session.Run(parsed, null, async (services, cancel) =>
        {
            var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.AddHours(8));
            var (rules, words) = (await services.GetRequiredService<StageRules>().On(parsed.GetValue(On) ?? today, cancel), services.GetRequiredService<Words>());
            var sets = rules.Sets.Values.OrderBy(s => s.Track).ToList();
            return new Answer(sets.Select(StageSetView.Of), string.Join("\n\n", sets.Select(s => Text(s, words))));
        }));
        return verb;
    }

    private static string Text(StageSet set, Words words)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{words.Of(set.Track)}  v{set.Number}  {set.ValidFrom:yyyy-MM-dd}");
        foreach (var rule in set.Rules.OrderBy(r => r.Order))
        {
            var asks = rule.Requirements.Select(a => (a.When == StageCondition.Always ? "" : words.Of(a.When) + "? ") + words[a.Name]);
            text.Append(CultureInfo.InvariantCulture, $"\n{rule.Order,3}  {rule.Code,-12} {words[rule.Name]}\t{words.Of(rule.Approver)}\t{rule.Days}\t{string.Join(words["、"], asks)}");
        }
        return text.ToString();
    }
}
