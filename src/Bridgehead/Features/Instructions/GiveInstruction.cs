using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Instructions;

/// <summary>Writes instructions on what the asker can see, and carries them on; the same for page and API.</summary>
public sealed class GiveInstruction(BridgeheadDb db, FindInstructions find, AskFigure ask, ListProjects projects, FindReports reports, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Writes one. Refused on what is not there, to nobody who could answer, or without words and a day.</summary>
    public async Task<Instruction> Run(InstructionInput input, CancellationToken cancel = default)
    {
        var about = await About(input, cancel);
        var (unit, person) = await Addressee(input, cancel);
        var instruction = new Instruction(about, input.Text ?? "", unit.Id, person, input.DueOn ?? default, By);
        db.Add(instruction);
        await db.SaveChangesAsync(cancel);
        return instruction;
    }

    /// <summary>Takes one on.</summary>
    public Task Accept(Instruction instruction, CancellationToken cancel = default) => Answering(instruction, () => instruction.Accept(By), cancel);

    /// <summary>Answers one.</summary>
    public Task Answer(Instruction instruction, AnswerInput input, CancellationToken cancel = default) => Answering(instruction, () => instruction.Answer(input.Text ?? "", By), cancel);

    /// <summary>Gives an answer back.</summary>
    public Task Return(Instruction instruction, ReturnInput input, CancellationToken cancel = default) => Judging(instruction, () => instruction.Return(input.Text ?? "", input.DueOn, By), cancel);

    /// <summary>Closes one.</summary>
    public Task Close(Instruction instruction, ClosingInput input, CancellationToken cancel = default) => Judging(instruction, () => instruction.Close(input.Text, By), cancel);

    /// <summary>What an instruction would be written on. Refused unless it is exactly one thing the asker can see.</summary>
    public async Task<InstructionAbout> About(InstructionInput input, CancellationToken cancel = default)
    {
        var hasFigure = !string.IsNullOrWhiteSpace(input.Indicator);
        Refusal.Unless(new[] { input.Project is not null, input.Report is not null, hasFigure }.Count(x => x) == 1, $"批示应写在一个数据、一个项目或一段报告上，请从看到它的页面进入");
        if (input.Project is { } project)
            return new InstructionAbout(InstructionSubject.Project, await (await projects.Visible(cancel)).Where(p => p.Id == project).Select(p => p.Name).FirstOrDefaultAsync(cancel) ?? throw Missing()) { ProjectId = project };
        if (input.Report is { } report) return await OfReport(report, input.Block, cancel);
        var answer = await ask.Run(new FigureInput { Indicator = input.Indicator!, Unit = input.Unit ?? "", From = input.From ?? "", To = input.To ?? "", Group = input.Group }, cancel);
        return new InstructionAbout(InstructionSubject.Figure, answer.Question.Indicator.Name)
        {
            Indicator = answer.Question.Indicator.Code, FigureUnitId = answer.Question.Unit.Id, Span = answer.Question.Span, Group = answer.Question.Group.Key, Seen = answer.Whole.Value,
        };
    }

    /// <summary>The people who can answer, by unit: in the asker's scope, not closed, with the right; at most 500.</summary>
    public async Task<IReadOnlyList<AppUser>> Answerers(CancellationToken cancel = default)
    {
        var units = await scope.Ids(cancel);
        return await db.Set<AppUser>().AsNoTracking().Where(u => units.Contains(u.UnitId) && !u.Disabled && u.EnterpriseId == null
            && (u.Role == Role.Clerk || u.Role == Role.Reviewer || u.Role == Role.OutpostCadre)).OrderBy(u => u.DisplayName).Take(500).ToListAsync(cancel);
    }

    private StepBy By => new(asker.UserId, asker.Name, clock.GetUtcNow().UtcDateTime);

    private async Task<InstructionAbout> OfReport(Guid report, Guid? block, CancellationToken cancel)
    {
        var draft = await reports.Draft(report, cancel) ?? throw Missing();
        var text = block is { } one ? await db.Set<ReportBlock>().Where(b => b.Id == one && b.DraftId == report).Select(b => b.Text).FirstOrDefaultAsync(cancel) ?? throw Missing() : "";
        var plain = MarkedText.Words(text);
        return new InstructionAbout(InstructionSubject.Report, draft.TitleLine) { ReportId = report, BlockId = block, Quote = plain.Length > 400 ? plain[..400] + "…" : plain };
    }

    private async Task<(Unit Unit, (Guid Id, string Name)? Person)> Addressee(InstructionInput input, CancellationToken cancel)
    {
        var people = await Answerers(cancel);
        if (input.ToPerson is { } id)
        {
            var person = people.FirstOrDefault(p => p.Id == id);
            Refusal.When(person is null, $"没有这名可以答复批示的人员，或者不在您的数据范围内", nameof(input.ToPerson));
            return ((await scope.Find(person!.UnitId, cancel))!, (person.Id, person.DisplayName));
        }
        var unit = string.IsNullOrWhiteSpace(input.ToUnit) ? null : await scope.Named(input.ToUnit, cancel);
        Refusal.When(unit is null, $"请选择由哪个单位或哪个人办理", nameof(input.ToUnit));
        Refusal.Unless(people.Any(p => p.UnitId == unit!.Id), $"{unit!.Label}没有可以答复批示的账号，请选择其他单位", nameof(input.ToUnit));
        return (unit, null);
    }

    private async Task Answering(Instruction instruction, Action act, CancellationToken cancel)
    {
        Refusal.Unless(find.IsMine(instruction), $"这件批示由{instruction.ToPerson ?? (await scope.Find(instruction.ToUnitId, cancel))?.Label ?? "—"}办理，您不能代为答复");
        act();
        await db.SaveChangesAsync(cancel);
    }

    private async Task Judging(Instruction instruction, Action act, CancellationToken cancel)
    {
        Refusal.Unless(find.IsGiver(instruction), $"只有批示人{instruction.GivenBy}可以退回或办结");
        act();
        await db.SaveChangesAsync(cancel);
    }

    private static Refusal Missing() => new($"批示所指的内容不存在，或者不在您的数据范围内");
}
