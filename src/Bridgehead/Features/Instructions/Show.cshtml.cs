using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Instructions;

/// <summary>One instruction: what it was written on and how that stands now, what has been said, and what the asker can do next.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class ShowPage(BridgeheadDb db, FindInstructions find, GiveInstruction give, DescribeInstructions describe, AskFigure ask, Attachments attachments, UnitOfWork work, Asker asker) : PageAbout<Instruction>(db)
{
    /// <summary>What is typed: an answer, a reason, a word.</summary>
    public AnswerInput Input { get; private set; } = new();
    /// <summary>With the names it speaks of.</summary>
    public InstructionRow Row { get; private set; } = null!;
    /// <summary>The figure as it stands now; null where it is on no figure, or out of scope.</summary>
    public FigureAnswer? Now { get; private set; }
    /// <summary>The files of the answers.</summary>
    public IReadOnlyList<AttachmentRow> Files { get; private set; } = [];
    /// <summary>Today in the city.</summary>
    public DateOnly Today => find.Today;
    /// <summary>Whether the asker answers it.</summary>
    public bool MayAnswer => Subject.IsOwed && find.IsMine(Subject);
    /// <summary>Whether the asker judges it.</summary>
    public bool MayJudge => Subject.State != InstructionState.Closed && find.IsGiver(Subject);

    /// <inheritdoc />
    protected override Task<Instruction?> Find() => find.Find(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Row = await describe.Run(Subject, Cancel);
        Files = await attachments.Of(InstructionsModule.FileKind, Id, Cancel);
        if (Row.Figure is not { } figure || Row.FigureUnit is null) return true;
        try
        {
            Now = await ask.Run(new FigureInput { Indicator = figure.Code, Unit = Row.FigureUnit.Code, From = Months.Text(Subject.FromMonth!.Value), To = Months.Text(Subject.ToMonth!.Value), Group = Subject.Group }, Cancel);
        }
        catch (Refusal)
        {
            Now = null;
        }
        return true;
    }

    /// <summary>Takes it on.</summary>
    public async Task<IActionResult> OnPostAccept(long version)
    {
        if (!asker.May(Permission.AnswerInstructions)) return Forbid();
        await Begin(version);
        await give.Accept(Subject, Cancel);
        this.Notice($"已接收，请在{Subject.DueOn}之前答复");
        return RedirectToPage(new { Id });
    }

    /// <summary>Answers it, with a file where there is one.</summary>
    public async Task<IActionResult> OnPostAnswer([Bind(Prefix = nameof(Input))] AnswerInput input, IFormFile? file, long version)
    {
        if (!asker.May(Permission.AnswerInstructions)) return Forbid();
        Input = input;
        await Begin(version);
        if (file is not null && find.IsMine(Subject))
        {
            await using var content = file.OpenReadStream();
            await attachments.Attach(InstructionsModule.FileKind, Id, file.FileName, content, Cancel);
        }
        await give.Answer(Subject, input, Cancel);
        this.Notice($"已答复，等待{Subject.GivenBy}处理");
        return RedirectToPage(new { Id });
    }

    /// <summary>Gives the answer back.</summary>
    public async Task<IActionResult> OnPostReturn([Bind(Prefix = "Return")] ReturnInput input, long version)
    {
        if (!asker.May(Permission.GiveInstructions)) return Forbid();
        await Begin(version);
        await give.Return(Subject, input, Cancel);
        this.Notice($"已退回再办");
        return RedirectToPage(new { Id });
    }

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostClose([MaxLength(500)] string? remark, long version)
    {
        if (!asker.May(Permission.GiveInstructions)) return Forbid();
        await Begin(version);
        await give.Close(Subject, new ClosingInput { Text = remark }, Cancel);
        this.Notice($"已办结");
        return RedirectToPage(new { Id });
    }

    private async Task Begin(long version)
    {
        work.Subject = Id;
        await Db.ReadAtOnce(Subject, version, Cancel);
    }
}
