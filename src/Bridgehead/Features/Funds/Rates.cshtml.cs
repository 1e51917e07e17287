using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds.Rates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>Central parities as they are typed or pasted.</summary>
public sealed class ParitiesInput
{
    /// <summary>A line each: day, currency, yuan.</summary>
    [Required(ErrorMessage = "请粘贴中间价"), MaxLength(400_000, ErrorMessage = "内容过长，请分批录入")] public string? Lines { get; set; }
    /// <summary>Who published them.</summary>
    [Required(ErrorMessage = "请注明汇率来源"), MaxLength(80, ErrorMessage = "来源最多80个字")] public string? Source { get; set; } = "中国外汇交易中心人民币汇率中间价";
}

/// <summary>The rates foreign money is converted by: parities the city enters or imports, and the monthly averages that come with the program.</summary>
[Authorize(Permission.ReadFunds)]
public sealed class RatesPage(BridgeheadDb db, EnterParities enter, FundsSettings settings, Asker asker) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public ParitiesInput Input { get; set; } = new();
    /// <summary>The last entered.</summary>
    public IReadOnlyList<Parity> Latest { get; private set; } = [];
    /// <summary>Whether the asker may enter.</summary>
    public bool MayEnter { get; private set; }
    /// <summary>The policy in force.</summary>
    public RatePolicy Policy { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Latest = await db.Set<Parity>().AsNoTracking().OrderByDescending(p => p.On).ThenBy(p => p.Currency).Take(100).ToListAsync(Cancel);
        (MayEnter, Policy) = (asker.May(Permission.ReviewFunds) && await settings.IsOfCity(Cancel), (await settings.Rules(Cancel)).RatePolicy);
        return true;
    }

    /// <summary>Enters them.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayEnter) return Forbid();
        await enter.Run(Input.Lines ?? "", Input.Source ?? "", Cancel);
        return RedirectToPage();
    }
}
