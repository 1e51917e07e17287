using System.CommandLine;

namespace Bridgehead.Commands;

/// <summary>Proves the installation's books: every registered check, each with what it found. 0 all well, 1 something is wrong.</summary>
internal static class VerifyVerb
{
    private static readonly Option<bool> Sweep = new("--sweep") { Description = "先清除没有登记的文件 / first remove files that belong to no record" };

    public static Command Verb()
    {
        var verb = new Command("verify", "校验台账、汇总、审计链与附件 / verify ledger, sums, trail and files") { Sweep };
        verb.SetAction((parsed, _) => Session.Run(parsed, null, async (services, cancel) =>
        {
            if (parsed.GetValue(Sweep)) await services.GetRequiredService<VerifyFiles>().Sweep(cancel);
            var words = services.GetRequiredService<Words>();
            var checks = (await services.GetRequiredService<RunChecks>().Run(cancel))
                .Select(c => new { name = words[c.Name], findings = c.Findings.Select(words.Say).ToList() }).ToList();
            var findings = checks.SelectMany(c => c.findings).ToList();
            var head = await services.GetRequiredService<ReadTrail>().Head(cancel);
            var lines = checks.Select(c => c.findings.Count == 0 ? $"✓ {c.name}" : $"✗ {c.name}\n  {string.Join("\n  ", c.findings)}");
            return new Answer(
                new { ok = findings.Count == 0, checks, findings, trail = new { sequence = head?.Sequence ?? 0, hash = head?.Hash } },
                string.Join('\n', lines.Append(findings.Count == 0 ? words["校验通过"] : words.Say($"发现{findings.Count}处问题"))),
                findings.Count == 0 ? 0 : 1);
        }));
        return verb;
    }
}
