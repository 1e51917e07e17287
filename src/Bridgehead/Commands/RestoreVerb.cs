using System.CommandLine;

namespace Bridgehead.Commands;

/// <summary>Makes an installation from a backup, all or nothing, and proves it. 1 when it is refused or a check finds something.</summary>
internal static class RestoreVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = "备份文件 / the backup to restore" };

    public static Command Verb()
    {
        var verb = new Command("restore", "从备份恢复到空的数据目录 / restore a backup into an empty data folder") { File };
        verb.SetAction((parsed, _) => Session.Before(parsed, async (installation, words, cancel) =>
        {
            var restored = await RestoreBackup.Run(installation, Path.GetFullPath(parsed.GetRequiredValue(File)), cancel);
            var findings = restored.Checks.SelectMany(c => c.Findings).Select(words.Say).ToList();
            var (rows, files) = BackupVerb.Size(restored.Manifest);
            var done = words.Say($"已恢复：{rows}行，{files}个附件，审计链末尾第{restored.Manifest.TrailSequence}条 {restored.Manifest.TrailHash}");
            return new Answer(
                new { ok = findings.Count == 0, findings, rows, files, trail = new { sequence = restored.Manifest.TrailSequence, hash = restored.Manifest.TrailHash } },
                string.Join('\n', findings.Prepend(done)), findings.Count == 0 ? 0 : 1);
        }));
        return verb;
    }
}
