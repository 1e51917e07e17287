using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Enterprises;

/// <summary>The register of enterprises. The clerk looks one up or sees which need attention; the chief sees what is there of a class, a place, a trade.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class IndexPage(ListEnterprises list, ReadClasses classes, Asker asker) : Screen
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public EnterpriseQuery Query { get; set; } = new();

    /// <summary>The rows.</summary>
    public IReadOnlyList<EnterpriseRow> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The classes there are.</summary>
    public IReadOnlyList<ClassKind> Kinds { get; private set; } = [];
    /// <summary>Whether the asker may register enterprises.</summary>
    public bool MayWrite => asker.May(Permission.WriteEnterprises);
    /// <summary>Whether the asker may take the list out.</summary>
    public bool MayExport => asker.May(Permission.Export);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Kinds = await classes.Kinds(Cancel);
        (Rows, Next) = await list.Page(Query, cancel: Cancel);
        return true;
    }

    /// <summary>How many there are, fetched after the page so that the page costs the same however many there are.</summary>
    public async Task<IActionResult> OnGetTotal() => Partial("_Total", await list.Total(Query, Cancel));
}
