using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Agreements;

/// <summary>Adding a promise to a draft, or changing one.</summary>
[Authorize(Permission.WriteAgreements)]
public sealed class PromisePage(BridgeheadDb db, FindAgreements find, EditPromises edit, UnitOfWork work, TimeProvider clock) : PageAbout<Agreement>(db)
{
    /// <summary>Which promise; null for a new one.</summary>
    [FromRoute] public Guid? Promise { get; set; }
    /// <summary>The kind chosen for a new one.</summary>
    [FromQuery(Name = "kind")] public string? Chosen { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public PromiseInput Input { get; set; } = new();

    /// <summary>The promise as it stands; null for a new one.</summary>
    public Promise? Standing { get; private set; }
    /// <summary>What is promised.</summary>
    public PromiseKind Kind => PromiseKind.Called(Input.Kind is { Length: > 0 } typed ? typed : Chosen ?? Standing?.Kind) ?? PromiseKind.All[0];

    /// <inheritdoc />
    protected override Task<Agreement?> Find() => find.Agreement(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Standing = Promise is null ? null : (await find.Promises(Id, Cancel)).FirstOrDefault(p => p.Id == Promise);
        return Promise is null || Standing is not null;
    }

    /// <summary>Shows the form; a new one begins with what is usual for its kind.</summary>
    public void OnGet()
    {
        if (Standing is not null && Chosen is null) Input = PromiseInput.Of(Standing);
        else
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
            Input = new PromiseInput { Kind = Kind.Code, Party = Kind.Party, Operator = Kind.Operator, Evidence = Kind.Evidence, DueOn = (Standing?.DueOn) ?? today.AddMonths(Kind.Months), Version = Standing?.Version ?? 0 };
        }
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (Standing is null)
        {
            var added = await edit.Add(Subject, Input.Terms(), Cancel);
            work.Subject = added.Id;
        }
        else
        {
            work.Subject = Standing.Id;
            Db.ReadAt(Standing, Input.Version);
            await edit.Change(Subject, Standing, Input.Terms(), Cancel);
        }
        this.Notice($"已保存");
        return RedirectToPage("/Agreements/Show", new { Id });
    }
}
