using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Organisations;

/// <summary>A unit as it is asked for.</summary>
public sealed class NewUnit
{
    /// <summary>A short code of lower-case letters, digits and hyphens.</summary>
    [Required, MaxLength(40)] public string Code { get; set; } = "";
    /// <summary>The full official name.</summary>
    [Required, MaxLength(100)] public string Name { get; set; } = "";
    /// <summary>What it is.</summary>
    public UnitKind Kind { get; set; }
    /// <summary>The unit above it: code, name or alias; empty for the city alone.</summary>
    [MaxLength(100)] public string? Parent { get; set; }
    /// <summary>The name used in tables.</summary>
    [MaxLength(40)] public string? ShortName { get; set; }
    /// <summary>The English name.</summary>
    [MaxLength(120)] public string? EnglishName { get; set; }
    /// <summary>Other names ledgers call it by, one a line.</summary>
    [MaxLength(1000)] public string? Aliases { get; set; }
}

/// <summary>Adds a unit to the tree, last in the administrative order of its neighbours.</summary>
public sealed class FoundUnit(BridgeheadDb db, ScopedUnits units, UnitOfWork work)
{
    /// <summary>Adds it. Refused when the code is taken, the parent is not there, or there is a root already.</summary>
    public async Task<Unit> Run(NewUnit wanted, CancellationToken cancel)
    {
        var code = wanted.Code.Trim();
        Refusal.When(await db.Set<Unit>().AnyAsync(u => u.Code == code, cancel), $"单位代码“{code}”已有单位使用", nameof(NewUnit.Code));
        Unit? parent = null;
        if (string.IsNullOrWhiteSpace(wanted.Parent))
            Refusal.When(await db.Set<Unit>().AnyAsync(cancel), $"请写明上级单位，只有市可以没有上级", nameof(NewUnit.Parent));
        else parent = await units.Named(wanted.Parent, cancel) ?? throw new Refusal($"没有单位“{wanted.Parent}”，请先设立单位或核对代码", nameof(NewUnit.Parent));
        var last = await db.Set<Unit>().MaxAsync(u => (int?)u.Order, cancel) ?? -1;
        var unit = new Unit(code, wanted.Name, wanted.Kind, parent, last + 1);
        unit.Call(wanted.Name, wanted.ShortName, wanted.EnglishName, wanted.Aliases ?? "");
        db.Add(unit);
        work.Subject = unit.Id;
        await db.SaveChangesAsync(cancel);
        units.Forget();
        return unit;
    }
}
