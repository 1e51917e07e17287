using System.CommandLine;

namespace Bridgehead.Commands;

/// <summary>Writes the whole installation into one file while the site runs. 1 when an attachment was missing or damaged; the rest is in the file all the same.</summary>
internal static class BackupVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = "备份文件 / the backup to write" };

    public static Command Verb()
    {
        var verb = new Command("backup", "备份数据库与附件到一个文件 / back up database and files into one file") { File };
        verb.SetAction((parsed, _) => Session.Run(parsed, "backup.make", async (services, cancel) =>
        {
            var words = services.GetRequiredService<Words>();
            var manifest = await services.GetRequiredService<MakeBackup>().Run(Path.GetFullPath(parsed.GetRequiredValue(File)), cancel);
            var (rows, files) = Size(manifest);
            var done = words.Say($"已备份：{rows}行，{files}个附件，审计链末尾第{manifest.TrailSequence}条 {manifest.TrailHash}");
            return manifest.Missing.Count == 0
                ? new Answer(manifest, done)
                : new Answer(manifest, done + "\n" + words.Say($"以下附件缺失或已损坏，未能备份：{string.Join(' ', manifest.Missing)}"), 1);
        }));
        return verb;
    }

    /// <summary>How many rows and files a backup holds.</summary>
    public static (long Rows, int Files) Size(BackupManifest manifest) => (manifest.Parts.Sum(p => p.Rows ?? 0), manifest.Parts.Count(p => p.Rows is null));
}
