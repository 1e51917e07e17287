using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Organisations;

/// <summary>One unit: its names, its aliases, its place in the order.</summary>
[Authorize(Permission.ManageUnits)]
public sealed class EditPage(BridgeheadDb db, ScopedUnits units, UnitOfWork work) : PageAbout<Unit>(db)
{
    /// <summary>What may be changed.</summary>
    public sealed class Change
    {
        /// <summary>The full name.</summary>
        [Required, MaxLength(100)] public string Name { get; set; } = "";
        /// <summary>The name in tables.</summary>
        [MaxLength(40)] public string? ShortName { get; set; }
        /// <summary>The English name.</summary>
        [MaxLength(120)] public string? EnglishName { get; set; }
        /// <summary>Other names, one a line.</summary>
        [MaxLength(1000)] public string? Aliases { get; set; }
        /// <summary>The place in the order.</summary>
        [Range(0, 100_000)] public int Order { get; set; }
        /// <summary>The version that was read.</summary>
        public long Version { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty] public Change Input { get; set; } = new();

    /// <inheritdoc />
    protected override async Task<Unit?> Find() =>
        await units.Find(Id, Cancel) is null ? null : await Db.Set<Unit>().FirstOrDefaultAsync(u => u.Id == Id, Cancel);

    /// <summary>Shows it.</summary>
    public void OnGet() => Input = new Change
    {
        Name = Subject.Name, ShortName = Subject.ShortName, EnglishName = Subject.EnglishName, Aliases = Subject.Aliases, Order = Subject.Order, Version = Subject.Version,
    };

    /// <summary>Saves it. Refused when an alias already names another unit: an import could not tell them apart.</summary>
    public async Task<IActionResult> OnPost()
    {
        var aliases = (Input.Aliases ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var other in (await units.All(Cancel)).Where(u => u.Id != Subject.Id))
            if (Array.Find(aliases, other.IsCalled) is { } taken) throw new Refusal($"别名“{taken}”已是{other.Name}的名称", "Input.Aliases");
        Db.ReadAt(Subject, Input.Version);
        Subject.Call(Input.Name, Input.ShortName, Input.EnglishName, string.Join('\n', aliases));
        Subject.Place(Input.Order);
        work.Subject = Subject.Id;
        await Db.SaveChangesAsync(Cancel);
        return RedirectToPage("/Organisations/Index");
    }
}
