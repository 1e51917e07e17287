using System.CommandLine;
using Bridgehead.Features.Imports;

namespace Bridgehead.Commands;

/// <summary>Undoes an import as a whole.</summary>
internal static class UndoVerb
{
    private static readonly Argument<Guid> Batch = new("batch") { Description = "导入批次" };

    public static Command Verb()
    {
        var verb = new Command("undo", "撤销一批导入 / undo an import") { Batch };
        verb.SetAction((parsed, _) => Session.Run(parsed, "imports.undo", async (services, cancel) =>
        {
            var batch = await services.GetRequiredService<UndoImport>().Run(parsed.GetRequiredValue(Batch), cancel);
            return new Answer(new { batch = batch.Id, batch.File, batch.Accepted, undone = true }, $"已撤销：{batch.File}，{batch.Accepted}行");
        }));
        return verb;
    }
}
