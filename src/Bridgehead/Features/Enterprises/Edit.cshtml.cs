using Bridgehead.Features.Access;
using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Registering an enterprise, or changing what is stated about it. What others shared says so, so that it is not asked for again.</summary>
[Authorize(Permission.WriteEnterprises)]
public sealed class EditPage(BridgeheadDb db, ListEnterprises list, KeepEnterprise keep, GuardDuplicates guard, FieldSources sources, Asker asker, Words words) : Screen
{
    /// <summary>Which one; null for a new one.</summary>
    [FromRoute] public Guid? Id { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public EnterpriseInput Input { get; set; } = new();
    /// <summary>The enterprise; null for a new one.</summary>
    public Enterprise? Subject { get; private set; }
    /// <summary>Where its contents came from.</summary>
    public IReadOnlyDictionary<string, SourceView> Sources { get; private set; } = new Dictionary<string, SourceView>();

    /// <summary>The states of registration there are, and the words this one came with.</summary>
    public IEnumerable<SelectListItem> Standings => new[] { ("", words["未填"]) }
        .Concat(Enum.GetValues<RegisterState>().Where(s => s != RegisterState.Unknown).Select(s => (LabelAttribute.Of(s), words.Of(s))))
        .Concat(Subject?.Standing is { Length: > 0 } said && !Enum.GetValues<RegisterState>().Any(s => LabelAttribute.Of(s) == said) ? [(said, said)] : [])
        .Select(s => new SelectListItem(s.Item2, s.Item1));

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (Id is not { } id) return true;
        Subject = await list.Visible().FirstOrDefaultAsync(e => e.Id == id, Cancel);
        if (Subject is null) return false;
        Sources = await sources.Of(Subject, Cancel);
        return true;
    }

    /// <summary>What stands under a field that another department shared; null for the others.</summary>
    public string? Shared(string field) => Sources.GetValueOrDefault(field) is { Kind: SourceKind.Shared } source
        ? words.Say($"由{source.Name ?? ""}共享（{DateOnly.FromDateTime(source.At.AddHours(8))}），不必向企业再要")
        : null;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        if (Subject is not null) Input = EnterpriseInput.Of(Subject, asker.May(Permission.OpenContacts));
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPost()
    {
        var typed = Input.Compared(Subject);
        var found = await guard.Before(typed, Input.AsNew, Cancel);
        if (Subject is null) Subject = await keep.Register(Input, Cancel);
        else
        {
            db.ReadAt(Subject, Input.Version);
            await keep.Change(Subject, Input, Cancel);
        }
        await guard.After(found, typed with { Id = Subject.Id }, Input.AsNew, Cancel);
        this.Notice($"已保存“{Subject.Name}”");
        return RedirectToPage("/Enterprises/Show", new { Subject.Id });
    }
}
