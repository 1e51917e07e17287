using Bridgehead.Features.Access;
using Bridgehead.Features.Agreements;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Instructions;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Cockpit;

/// <summary>One thing that waits for a person.</summary>
/// <param name="Text">What, in the person's language.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="When">Since or until when, in words; empty when it does not matter.</param>
/// <param name="IsLate">Whether its day is over.</param>
public sealed record Waiting(string Text, string Address, string When, bool IsLate);

/// <summary>What waits for the asker and what is about to breach: the first thing the cockpit says. Each part is read from an index and limited.</summary>
public sealed class WhatWaits(FindInstructions instructions, DescribeInstructions describe, ListRequests requests, ListVouchers vouchers, ListPromises promises, Asker asker, Words words)
{
    private const int Most = 5;

    /// <summary>What waits, the most pressing first.</summary>
    public async Task<IReadOnlyList<Waiting>> Run(CancellationToken cancel = default)
    {
        var waiting = new List<Waiting>();
        foreach (var row in await describe.Run(await instructions.Waiting(Most, cancel), cancel))
            waiting.Add(Said(row, row.Instruction.State == InstructionState.Answered ? words.Say($"{row.Addressee(words)}已答复：{row.Instruction.Text}") : words.Say($"批示：{row.Instruction.Text}")));
        foreach (var row in await describe.Run(await instructions.Late(Most, cancel), cancel)) waiting.Add(Said(row, words.Say($"{row.Addressee(words)}逾期未答复：{row.Instruction.Text}")));
        if (asker.May(Permission.ApproveStages) && await requests.Count(cancel) is > 0 and var count) waiting.Add(new Waiting(words.Say($"{count}个阶段申请待审批"), "/stages/requests", "", false));
        if (asker.May(Permission.ReviewFunds))
        {
            var level = asker.IsOfBureau ? VoucherState.Accepted : VoucherState.Submitted;
            if (await vouchers.Waiting(level, 1, cancel) is [{ } oldest, ..])
                waiting.Add(new Waiting(words.Say($"{await vouchers.CountWaiting(level, cancel)}张凭证{level}"), "/funds/review", oldest.SubmittedAt is { } at ? words.Say($"最早{DateOnly.FromDateTime(at.AddHours(8))}提交") : "", false));
        }
        return waiting;
    }

    /// <summary>What falls due in the next days.</summary>
    public async Task<IReadOnlyList<Waiting>> Due(CancellationToken cancel = default)
    {
        if (!asker.May(Permission.ReadProjects)) return [];
        var (rows, _) = await promises.Page(new PromiseQuery { State = PromiseFilter.Due, Limit = 3 }, cancel);
        return [.. rows.Select(r => new Waiting($"{r.Name}{words.Colon}{words[PromiseKind.Called(r.Promise.Kind)?.Name ?? r.Promise.Kind]}", $"/promises/{r.Promise.Id}", words.Say($"{r.Promise.DueOn}到期"), false))];
    }

    private Waiting Said(InstructionRow row, string text)
    {
        var late = row.Instruction.IsOverdue(instructions.Today);
        return new Waiting(text.Length > 70 ? text[..70] + "…" : text, $"/instructions/{row.Instruction.Id}", late ? words.Say($"逾期{instructions.Today.DayNumber - row.Instruction.DueOn.DayNumber}天") : words.Say($"{row.Instruction.DueOn}到期"), late);
    }
}
