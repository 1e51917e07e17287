using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Funds.Reading;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>What became of an uploaded file.</summary>
/// <param name="Voucher">The voucher it is, or was added to.</param>
/// <param name="Joined">Whether it is another form of a voucher that was there: XML, OFD and PDF of one invoice are one voucher.</param>
public sealed record Kept(Voucher Voucher, bool Joined);

/// <summary>Takes a voucher's file in: keeps it once, reads it, finds its project by the buyer, claims its keys. The same for page, API and many at once.</summary>
public sealed class KeepVoucher(BridgeheadDb db, Attachments attachments, ListProjects projects, ChangeVoucher change, ListVouchers list, CheckVoucher check, Asker asker, TimeProvider clock)
{
    /// <summary>Takes it in. Refused when it is hostile, when the same file is there already, when its number is another unit's voucher's, or when the project is out of scope.</summary>
    /// <param name="content">The whole content, seekable.</param>
    /// <param name="name">The name it came with.</param>
    /// <param name="projectId">Its project; null to find it by the buyer.</param>
    /// <param name="kind">Its kind; null to judge by what was read.</param>
    /// <param name="code">The text of its two-dimensional code, where somebody scanned it.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Kept> Run(Stream content, string name, Guid? projectId, VoucherKind? kind, string? code, CancellationToken cancel = default)
    {
        var reading = ReadVoucher.Of(content, name);
        if (!string.IsNullOrWhiteSpace(code))
        {
            Refusal.Unless(QrText.Is(code), $"看不懂这段二维码内容，应为以逗号分隔的发票信息，如“01,10,发票代码,发票号码,金额,日期,校验码,…”", "Code");
            QrText.Read(code, reading);
        }
        var digest = ReadVoucher.Digest(content);
        await db.BeginWrite(cancel);
        if (await Known(VoucherKeyKind.File, digest, cancel) is { } same) throw new Refusal($"文件“{AttachmentName.Clean(name)}”已经上传过（{same.Called}），不能重复使用", "File");
        var project = await Project(projectId, reading[ReadField.Buyer], cancel);
        var input = VoucherInput.Of(reading, kind ?? KindOf(reading));
        var facts = input.Facts();
        if (VoucherKey.Of(facts, reading.Kind) is var (keyKind, key) && await Known(keyKind, key, cancel) is { } twin)
            return new Kept(await Join(twin, reading, projectId, content, name, digest, cancel), true);
        var voucher = new Voucher(project is null ? asker.UnitId : project.ParkId ?? project.UnitId, project?.Id, asker.UserId, asker.Name, clock.GetUtcNow().UtcDateTime);
        Refusal.When(voucher.UnitId == Guid.Empty, $"请选择这张凭证所属的项目", "ProjectId");
        voucher.KeepReading(reading.Kind, KeptReading.Of(reading).Write());
        db.Add(voucher);
        db.Add(new VoucherKey(VoucherKeyKind.File, digest, voucher.Id));
        await change.Apply(voucher, facts, cancel);
        await Attach(voucher, content, name, cancel);
        await check.Run(voucher, cancel);
        await db.SaveChangesAsync(cancel);
        return new Kept(voucher, false);
    }

    /// <summary>The voucher a key belongs to, wherever it is.</summary>
    private Task<Voucher?> Known(VoucherKeyKind kind, string key, CancellationToken cancel) =>
        db.Set<VoucherKey>().Where(k => k.Kind == kind && k.Key == key).Join(db.Set<Voucher>(), k => k.VoucherId, v => v.Id, (_, v) => v).FirstOrDefaultAsync(cancel);

    // another form of the same document, as long as the same people hold it: what it says better is taken over while nothing is decided, and shown beside the amounts once something is
    private async Task<Voucher> Join(Voucher twin, VoucherReading reading, Guid? projectId, Stream content, string name, string digest, CancellationToken cancel)
    {
        var mine = await (await list.Visible(cancel)).AnyAsync(v => v.Id == twin.Id, cancel);
        Refusal.Unless(mine, $"{LabelAttribute.Of(twin.Kind)}{twin.Number}已由其他单位登记，同一凭证全市只能使用一次；请核对，或联系市级复核人员", "File");
        var (before, read) = (KeptReading.Read(twin.Reading), KeptReading.Of(reading));
        var after = before.With(read);
        var (facts, typed) = JoinedFacts.Of(twin, before, after);
        after = after with { OtherFiles = [.. after.OtherFiles, .. typed] };
        var document = twin.Document == DocumentKind.Other || read.Rank < before.Rank ? reading.Kind : twin.Document;
        db.Add(new VoucherKey(VoucherKeyKind.File, digest, twin.Id));
        twin.KeepReading(document, after.Write());
        if (twin.IsOpen)
        {
            if (twin.ProjectId is null && await Project(projectId, facts.Buyer, cancel) is { } project) twin.Belong(project.Id, project.ParkId ?? project.UnitId);
            await change.Apply(twin, facts, cancel);
        }
        await db.SaveChangesAsync(cancel);
        content.Position = 0;
        // the file is kept with its voucher even where nothing else of it may be changed any more
        await attachments.Keep("voucher", twin.Id, name, content, cancel);
        if (twin.State != VoucherState.Recognised) await check.Run(twin, cancel);
        await db.SaveChangesAsync(cancel);
        return twin;
    }

    private async Task Attach(Voucher voucher, Stream content, string name, CancellationToken cancel)
    {
        content.Position = 0;
        if (await attachments.Attach("voucher", voucher.Id, name, content, cancel) is null) throw new Refusal($"这张凭证不在您的数据范围内，不能上传", "File");
    }

    private async Task<Project?> Project(Guid? id, string? buyer, CancellationToken cancel)
    {
        var visible = await projects.Visible(cancel);
        if (id is { } given)
            return await visible.FirstOrDefaultAsync(p => p.Id == given, cancel) ?? throw new Refusal($"没有这个项目，或者不在您的数据范围内", "ProjectId");
        if (buyer is null) return null;
        var found = await visible.OfCompany(buyer).Take(2).ToListAsync(cancel);
        return found is [var only] ? only : null;
    }

    /// <summary>The kind that what was sold speaks for.</summary>
    internal static VoucherKind KindOf(VoucherReading r)
    {
        if (r.Kind == DocumentKind.Other) return VoucherKind.CapitalSlip;
        bool Sold(params string[] words) => r.Lines.Any(l => Array.Exists(words, w => l.Name.Contains(w, StringComparison.Ordinal))) || r.Lines.Count == 0 && r.Text.Any(t => Array.Exists(words, w => t.Contains(w, StringComparison.Ordinal)));
        if (Sold("装修", "装饰", "租赁")) return VoucherKind.Decoration;
        if (Sold("设计", "监理", "勘察", "咨询", "检测")) return VoucherKind.OtherFee;
        return Sold("建筑服务", "工程款", "安装服务") ? VoucherKind.ConstructionInvoice : VoucherKind.EquipmentInvoice;
    }
}
