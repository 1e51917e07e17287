using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports;

/// <summary>A kept report: read with every number leading to its entries, edited block by block, handed in, reviewed, released, taken along.</summary>
[Authorize(Permission.MakeReports)]
public sealed class ShowPage(
    BridgeheadDb db, FindReports find, EditReport edit, DecideReport decide, CurrentFigures current, KeepMeasures measures, GiveOut give, PrintAsPdf print, Bridgehead.Features.Ledger.Figures figures, ScopedUnits scope, Asker asker, UnitOfWork work, TimeProvider clock)
    : PageAbout<ReportDraft>(db)
{
    /// <summary>The block that is open for editing.</summary>
    [FromQuery] public Guid? Edit { get; set; }
    /// <summary>The block after which something is added.</summary>
    [FromQuery] public Guid? After { get; set; }
    /// <summary>Whether the head is open for editing.</summary>
    [FromQuery] public bool Head { get; set; }
    /// <summary>The text that is typed.</summary>
    [BindProperty, MaxLength(ReportBlock.Longest, ErrorMessage = "一段最多20000个字，请分段")] public string? Text { get; set; }
    /// <summary>The head that is typed.</summary>
    public HeadInput Input { get; private set; } = new();

    /// <summary>The report with everything that belongs to it.</summary>
    public KeptParts Parts { get; private set; } = null!;
    /// <summary>The numbers that changed since, by their number.</summary>
    public IReadOnlyDictionary<int, StaleFigure> Stale { get; private set; } = new Dictionary<int, StaleFigure>();
    /// <summary>The indicators that can be inserted.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    /// <summary>The units that can be inserted.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The reports it can be laid beside.</summary>
    public IReadOnlyList<ReportDraft> Others { get; private set; } = [];
    /// <summary>Whether the asker may edit it now.</summary>
    public bool MayEdit => asker.May(Permission.WriteReports) && Subject.State == ReportState.Writing;
    /// <summary>Whether the asker may follow its measures.</summary>
    public bool MayFollow => asker.May(Permission.WriteReports);
    /// <summary>Whether the asker may decide about it.</summary>
    public bool MayReview => asker.May(Permission.ReviewReports) && Subject.State is ReportState.Submitted or ReportState.Reviewed;
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
    /// <summary>Whether a PDF can be made here.</summary>
    public bool CanPrint => print.IsThere;

    /// <inheritdoc />
    protected override Task<ReportDraft?> Find() => find.Draft(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Parts = await find.Whole(Subject, Cancel);
        if (HttpMethods.IsGet(Request.Method) || Response.StatusCode >= 400) Stale = (await current.Stale(Parts, Cancel)).ToDictionary(s => s.Was.Number);
        Others = await find.Others(Subject, Cancel);
        Input = HeadInput.Of(Subject);
        Reopen();
        if (!MayEdit) (Edit, After, Head) = (null, null, false);
        Units = await scope.All(Cancel);
        Indicators = await figures.Current(Today, Cancel);
        return true;
    }

    /// <summary>What was being edited is open again when it could not be taken.</summary>
    private void Reopen()
    {
        if (!HttpMethods.IsPost(Request.Method) || !Request.HasFormContentType) return;
        var handler = Request.Query["handler"].ToString();
        if (handler == "Head") Head = true;
        if (handler is "Write" or "Insert" && Guid.TryParse(Request.Form["block"], out var block)) Edit = block;
        if (handler == "Add" && Guid.TryParse(Request.Form["after"], out var after)) After = after;
    }

    /// <summary>Writes a block.</summary>
    public async Task<IActionResult> OnPostWrite(Guid block, long version) => await Block(block, version, found => edit.Write(Subject, found, new BlockInput { Text = Text ?? "" }, Cancel));

    /// <summary>Moves a block.</summary>
    public async Task<IActionResult> OnPostMove(Guid block, bool up, long version) => await Block(block, version, found => edit.Move(Subject, found, up, Cancel));

    /// <summary>Puts a figure into a block.</summary>
    public async Task<IActionResult> OnPostInsert(Guid block, [Bind(Prefix = "Binding")] BindingInput binding, long version)
    {
        binding.Text = string.IsNullOrWhiteSpace(Text) ? null : Text;
        return await Block(block, version, found => edit.Insert(Subject, found, binding, Cancel), stay: true);
    }

    /// <summary>Removes a block.</summary>
    public async Task<IActionResult> OnPostRemove(Guid block, long version) => await Block(block, version, found => edit.Remove(Subject, found, Cancel), gone: true);

    /// <summary>Adds a block.</summary>
    public async Task<IActionResult> OnPostAdd(int part, Guid? after, BlockKind kind)
    {
        if (!asker.May(Permission.WriteReports)) return Forbid();
        var block = await edit.Add(Subject, new NewBlockInput { Part = part, After = after, Kind = kind, Text = Text ?? "" }, Cancel);
        work.Subject = block.Id;
        return RedirectToPage(null, null, new { Id }, "b" + block.Id);
    }

    /// <summary>Words the head.</summary>
    public async Task<IActionResult> OnPostHead([Bind(Prefix = "Input")] HeadInput input, long version) => await Whole(Permission.WriteReports, version, () => edit.Word(Subject, input.Head(), Cancel));

    /// <summary>Takes changed numbers over: one, or all.</summary>
    public async Task<IActionResult> OnPostTakeOver(int? number, long version) => await Whole(Permission.WriteReports, version, async () =>
    {
        var taken = await edit.TakeOver(Subject, number is { } one ? [one] : null, Cancel);
        this.Notice($"已采用{taken}个新数");
    });

    /// <summary>Hands it in.</summary>
    public async Task<IActionResult> OnPostSubmit(long version) => await Whole(Permission.WriteReports, version, async () =>
    {
        await decide.Run(Subject, new ReportDecisionInput { Decision = ReportDecision.Submit }, Cancel);
        this.Notice($"已提交，等待第二人复核");
    });

    /// <summary>Gives it back, approves or releases it.</summary>
    public async Task<IActionResult> OnPostDecide(ReportDecision decision, [MaxLength(500, ErrorMessage = "原因最多500个字")] string? reason, long version) => await Whole(Permission.ReviewReports, version, async () =>
    {
        await decide.Run(Subject, new ReportDecisionInput { Decision = decision, Reason = reason }, Cancel);
        if (decision == ReportDecision.Release) this.Notice($"已发布，文字和数字已冻结");
    });

    /// <summary>Changes a measure.</summary>
    public async Task<IActionResult> OnPostMeasure(Guid measure, [Bind(Prefix = "Measure")] MeasureInput input, long version)
    {
        if (!asker.May(Permission.WriteReports)) return Forbid();
        if (await measures.Find(Subject, measure, Cancel) is not { } found) return NotFound();
        work.Subject = measure;
        await Db.ReadAtOnce(found, version, Cancel);
        await measures.Change(Subject, found, input, Cancel);
        return RedirectToPage(null, null, new { Id }, "measures");
    }

    /// <summary>The Word file; entered in the trail.</summary>
    public async Task<IActionResult> OnGetWord(bool masked)
    {
        var (content, name) = await give.Word(Parts, masked, Cancel);
        return File(content, WordDocument.ContentType, name + ".docx");
    }

    /// <summary>The same as PDF; entered in the trail.</summary>
    public async Task<IActionResult> OnGetPdf(bool masked)
    {
        if (!print.IsThere) return NotFound();
        var (content, name) = await give.Pdf(Parts, masked, Cancel);
        return File(content, "application/pdf", name + ".pdf");
    }

    private async Task<IActionResult> Block(Guid block, long version, Func<ReportBlock, Task> act, bool stay = false, bool gone = false)
    {
        if (!asker.May(Permission.WriteReports)) return Forbid();
        if (await edit.Block(Subject, block, Cancel) is not { } found) return NotFound();
        work.Subject = block;
        await Db.ReadAtOnce(found, version, Cancel);
        await act(found);
        return stay ? RedirectToPage(null, null, new { Id, edit = block }, "b" + block) : RedirectToPage(null, null, new { Id }, gone ? null : "b" + block);
    }

    private async Task<IActionResult> Whole(string permission, long version, Func<Task> act)
    {
        if (!asker.May(permission)) return Forbid();
        work.Subject = Id;
        await Db.ReadAtOnce(Subject, version, Cancel);
        await act();
        return RedirectToPage(new { Id });
    }
}
