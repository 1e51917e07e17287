using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>Uploading vouchers: one or many, dragged, photographed, or in a zip. One that is read leads to its page; several are told one by one.</summary>
[Authorize(Permission.WriteFunds)]
[RequestSizeLimit(ApiSetup.LargestUpload)]
public sealed class NewPage(KeepManyVouchers keep, ListProjects projects, UnitOfWork work) : Screen
{
    /// <summary>The files.</summary>
    [BindProperty] public IReadOnlyList<IFormFile> Files { get; set; } = [];
    /// <summary>The project by number or name; empty to find it by the buyer.</summary>
    [BindProperty, MaxLength(120)] public string? ProjectName { get; set; }
    /// <summary>The project the page was opened from.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Project { get; set; }
    /// <summary>The kind; empty to judge by what is read.</summary>
    [BindProperty] public VoucherKind? Kind { get; set; }
    /// <summary>The text of a two-dimensional code.</summary>
    [BindProperty, MaxLength(300)] public string? Code { get; set; }

    /// <summary>What became of each file; null before.</summary>
    public IReadOnlyList<KeptOne>? Done { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (Project is not { } id) return true;
        var found = await (await projects.Visible(Cancel)).Where(p => p.Id == id).Select(p => p.Name).FirstOrDefaultAsync(Cancel);
        ProjectName ??= found;
        return found is not null;
    }

    /// <summary>Takes the files in.</summary>
    public async Task<IActionResult> OnPost()
    {
        Refusal.When(Files.Count == 0, $"请选择要上传的凭证文件，或拍照上传", nameof(Files));
        Refusal.When(Files.Count > 200, $"一次最多上传200个文件，请分批上传", nameof(Files));
        var streams = Files.Select(f => (f.FileName, Content: f.OpenReadStream())).ToList();
        Done = await keep.Run(streams, await Find(), Kind, Code, Cancel);
        if (Done is [{ Voucher: { } only }])
        {
            work.Subject = only.Id;
            return RedirectToPage("/Funds/Show", new { only.Id });
        }
        if (Done is [{ Refused: { } why }]) throw new Refusal(why, nameof(Files));
        Refusal.When(Done.All(d => d.Voucher is null), $"所选文件都没有上传成功：{string.Join("；", Done.Take(5).Select(d => d.Name + "：" + d.Refused))}", nameof(Files));
        work.Subject = Done.First(d => d.Voucher is not null).Voucher!.Id;
        return Page();
    }

    private async Task<Guid?> Find()
    {
        if (string.IsNullOrWhiteSpace(ProjectName)) return null;
        var name = ProjectName.Trim();
        var found = await (await projects.Visible(Cancel)).Where(p => p.Number == name || p.Name == name).Select(p => p.Id).Take(2).ToListAsync(Cancel);
        if (Project is { } id && found.Contains(id)) return id;
        return found switch
        {
            [var only] => only,
            [] => throw new Refusal($"没有找到项目“{name}”，请填写项目编号或完整名称", nameof(ProjectName)),
            _ => throw new Refusal($"有多个项目叫“{name}”，请填写项目编号", nameof(ProjectName)),
        };
    }
}
