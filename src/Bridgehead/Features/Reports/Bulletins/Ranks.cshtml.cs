using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>Whether bulletins rank the units, who is compared with whom, and for how long a ranking is shown before it is published.</summary>
[Authorize(Permission.MakeReports)]
public sealed class RanksPage(KeepRankSetting keep, ScopedUnits scope, Asker asker, UnitOfWork work) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public RankSettingInput Input { get; set; } = new();

    /// <summary>Whether the asker may change it.</summary>
    public bool MaySet { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        MaySet = asker.May(Permission.ReviewReports) && await scope.IsWholeCity(Cancel);
        if (HttpMethods.IsGet(Request.Method)) Input = await keep.Input(Cancel);
        return true;
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // loaded before
    }

    /// <summary>Sets it.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!asker.May(Permission.ReviewReports)) return Forbid();
        work.Subject = RankSetting.Only;
        await keep.Set(Input, Cancel);
        this.Notice($"已保存排名规则，对以后起草的通报起作用");
        return RedirectToPage();
    }
}
