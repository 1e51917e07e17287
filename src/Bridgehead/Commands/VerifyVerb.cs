using System.CommandLine;
using Bridgehead.Features.Ledger;

namespace Bridgehead.Commands;

/// <summary>Proves the installation's books: the ledger with its sums.</summary>
internal static class VerifyVerb
{
    public static Command Verb()
    {
        var verb = new Command("verify", "校验台账、汇总与审计链 / verify ledger, sums and trail");
        verb.SetAction((parsed, _) => Session.Run(parsed, null, async (services, cancel) =>
        {
            var words = services.GetRequiredService<Words>();
            var findings = (await services.GetRequiredService<VerifyLedger>().Run(cancel)).Select(words.Say).ToList();
            return new Answer(new { ok = findings.Count == 0, findings }, findings.Count == 0 ? words["校验通过"] : string.Join('\n', findings), findings.Count == 0 ? 0 : 1);
        }));
        return verb;
    }
}
