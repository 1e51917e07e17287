using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.Slides;

/// <summary>Promotion slides: what they say is read here before the file is taken along.</summary>
[Authorize(Permission.MakeReports)]
public sealed class IndexPage(MakeSlides make, ScopedUnits scope, UnitOfWork work) : Screen
{
    /// <summary>Of what.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public SlidesQuery Query { get; set; } = new();

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The slides; null when they were refused.</summary>
    public Deck? Deck { get; private set; }
    /// <summary>Why.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>The same slides as an address.</summary>
    public string Here => $"unit={Uri.EscapeDataString(Query.Unit ?? "")}&industry={Uri.EscapeDataString(Query.Industry ?? "")}";

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park)];
        if (!ModelState.IsValid) Query = new SlidesQuery();
        if (Units.Count == 0) return true;
        try
        {
            Deck = await make.Run(Query, Cancel);
        }
        catch (Refusal refusal)
        {
            Refused = refusal;
        }
        return true;
    }

    /// <summary>The pptx file; entered in the trail.</summary>
    public async Task<IActionResult> OnGetFile()
    {
        if (Deck is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        work.Reason = Deck.Title;
        await work.Commit("reports.slides.file", cancel: Cancel);
        return File(SlidesFile.Write(Deck), SlidesFile.ContentType, Deck.Title + ".pptx");
    }
}
