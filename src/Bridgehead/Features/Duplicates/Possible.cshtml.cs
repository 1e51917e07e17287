using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Duplicates;

/// <summary>What is typed may be a double of: the quiet part below a form, fetched while the person types. What cannot be understood yet is left out.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class PossiblePage(FindDuplicates find) : Screen
{
    /// <summary>"enterprise" for an enterprise; a project otherwise.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")] public string? Kind { get; set; }
    /// <summary>The record that is edited; none for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "record")] public Guid? Record { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty(SupportsGet = true, Name = "Input")] public TypedRecord Input { get; set; } = new();

    /// <summary>What was found, as it may be told.</summary>
    public IReadOnlyList<PossibleDuplicate> Found { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!string.IsNullOrWhiteSpace(Input.Name) || Input.HasCode) Found = PossibleDuplicate.Of(await find.Run(Input.Facts(Kind, Record, TypedPhones.Of(Request)), Cancel));
        return true;
    }

    /// <summary>The part alone.</summary>
    public IActionResult OnGet() => Partial("/Features/Duplicates/_Possible.cshtml", Found);
}
