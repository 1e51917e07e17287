using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>One promise in force: how it stands, what proves it, what every version of the agreement said of it, and whether it was waived.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class StandingPage(BridgeheadDb db, FindAgreements find, RecordFulfilment record, Bridgehead.Attachments attachments, Asker asker, UnitOfWork work) : PageAbout<StandingPromise>(db)
{
    /// <summary>The kind of record its files belong to.</summary>
    public const string FileKind = "fulfilment";

    /// <summary>What is typed.</summary>
    public FulfilmentInput Input { get; private set; } = new();
    /// <summary>The project.</summary>
    public Project Project { get; private set; } = null!;
    /// <summary>What each version of the agreement says of it, the latest first.</summary>
    public IReadOnlyList<(Agreement Agreement, Promise Promise)> Versions { get; private set; } = [];
    /// <summary>What was recorded, the latest first, with its files.</summary>
    public IReadOnlyList<(Fulfilment Record, IReadOnlyList<AttachmentRow> Files)> Records { get; private set; } = [];
    /// <summary>Whether the asker may record.</summary>
    public bool MayWrite => asker.May(Permission.WriteAgreements);
    /// <summary>Whether the asker may decide on the waiver asked for.</summary>
    public bool MayDecide => asker.May(Permission.DecideWaivers) && Subject.WaiverIsAsked && asker.UserId != Subject.WaiverById;
    /// <summary>What is promised.</summary>
    public PromiseKind Kind => PromiseKind.Of(Subject.Kind);
    /// <summary>Today in the city.</summary>
    public DateOnly Today => record.Today;

    /// <inheritdoc />
    protected override Task<StandingPromise?> Find() => find.Standing(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Project = (await find.Project(Subject.ProjectId, Cancel))!;
        var promises = await Db.Set<Promise>().AsNoTracking().Where(p => p.LineId == Id).Join(Db.Set<Agreement>(), p => p.AgreementId, a => a.Id, (p, a) => new { a, p })
            .Where(v => v.a.SignedOn != null).OrderByDescending(v => v.a.Revision).ToListAsync(Cancel);
        Versions = [.. promises.Select(v => (v.a, v.p))];
        var records = new List<(Fulfilment, IReadOnlyList<AttachmentRow>)>();
        foreach (var one in await Db.Set<Fulfilment>().AsNoTracking().Where(f => f.LineId == Id).OrderByDescending(f => f.On).ThenByDescending(f => f.Id).ToListAsync(Cancel))
            records.Add((one, await attachments.Of(FileKind, one.Id, Cancel)));
        Records = records;
        return true;
    }

    /// <summary>Records that it was kept, with the document itself where there is one at hand.</summary>
    public async Task<IActionResult> OnPostRecord([Bind(Prefix = nameof(Input))] FulfilmentInput input, IFormFile? file)
    {
        if (!MayWrite) return Forbid();
        work.Subject = Id;
        var made = await record.Run(Subject, input, Cancel);
        if (file is not null)
        {
            await using var content = file.OpenReadStream();
            await attachments.Attach(FileKind, made.Id, file.FileName, content, Cancel);
        }
        this.Notice($"已登记兑现记录");
        return RedirectToPage(new { Id });
    }

    /// <summary>Takes a wrong record back.</summary>
    public async Task<IActionResult> OnPostWithdraw(Guid fulfilment, long version, [MaxLength(300)] string? reason)
    {
        if (!MayWrite) return Forbid();
        (work.Subject, work.Reason) = (fulfilment, reason);
        if (await record.Record(fulfilment, Cancel) is not { } found || found.LineId != Id) return NotFound();
        Db.ReadAt(found, version);
        await record.Withdraw(Subject, found, reason, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Asks that it need not be kept.</summary>
    public async Task<IActionResult> OnPostAsk([MaxLength(300)] string? reason, long version)
    {
        if (!MayWrite) return Forbid();
        (work.Subject, work.Reason) = (Id, reason);
        Db.ReadAt(Subject, version);
        await record.AskWaiver(Subject, reason, Cancel);
        this.Notice($"已申请豁免，等待另一人审定");
        return RedirectToPage(new { Id });
    }

    /// <summary>Decides on the waiver somebody else asked for.</summary>
    public async Task<IActionResult> OnPostDecide(bool grant, long version)
    {
        if (!asker.May(Permission.DecideWaivers)) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await record.DecideWaiver(Subject, grant, Cancel);
        return RedirectToPage(new { Id });
    }
}
