using System.CommandLine;
using Bridgehead.Features.Imports;

namespace Bridgehead.Commands;

/// <summary>Undoes an import as a whole.</summary>
internal static class UndoVerb
{
    private static readonly Argument<Guid> Batch = new("batch") { Description = "导入批次" };
    private static readonly Option<string?> Changed = new("--changed") { Description = "导入后又被修改的记录：keep 保留 | take-back 一并撤销" };

    public static Command Verb()
    {
        var verb = new Command("undo", "撤销一批导入 / undo an import") { Batch, Changed };
        Changed.AcceptOnlyFromAmong("keep", "take-back");
        verb.SetAction((parsed, _) => Session.Run(parsed, "imports.undo", async (services, cancel) =>
        {
            var batch = await services.GetRequiredService<UndoImport>().Run(
                parsed.GetRequiredValue(Batch), parsed.GetValue(Changed) switch { null => null, "keep" => ChangedSince.Keep, _ => ChangedSince.TakeBack }, cancel);
            return new Answer(new { batch = batch.Id, batch.File, batch.Accepted, undone = true }, services.GetRequiredService<Words>().Say($"已撤销：{batch.File}，{batch.Accepted}行"));
        }));
        return verb;
    }
}
