using System.CommandLine;
using Bridgehead.Features.Duplicates;

namespace Bridgehead.Commands;

/// <summary>The open queue of suspected duplicates at the command line; with --scan everything is looked through before.</summary>
internal static class DuplicatesVerb
{
    private static readonly Option<bool> Scan = new("--scan") { Description = "先全面检查一遍 / first look through everything" };

    public static Command Verb()
    {
        var verb = new Command("duplicates", "列出待处理的疑似重复 / list the suspected duplicates that wait") { Scan };
        verb.SetAction((parsed, _) => Session.Run(parsed, parsed.GetValue(Scan) ? "duplicates.scan" : null, async (services, cancel) =>
        {
            if (parsed.GetValue(Scan)) await services.GetRequiredService<ScanDuplicates>().Run(cancel);
            var (words, list, rows) = (services.GetRequiredService<Words>(), services.GetRequiredService<ListPairs>(), new List<PairRow>());
            for (string? after = null; ;)
            {
                var (page, next) = await list.Page(new PairQuery { State = "open", After = after }, Listed.Most, cancel);
                rows.AddRange(page);
                if ((after = next) is null) break;
            }
            var lines = rows.Select(r => $"{words.Say($"{r.Pair.Level}级")}\t{words.Say($"{r.Pair.Why.Text()}")}\t{r.First.Name}\t{r.Second.Name}\t{r.Pair.Id}");
            return new Answer(rows.Select(PairView.Of), string.Join('\n', lines.Append(words.Say($"待处理{rows.Count}对"))));
        }));
        return verb;
    }
}
