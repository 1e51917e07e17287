using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Another name as it is typed, on a page or through the API.</summary>
public sealed class OtherNameInput
{
    /// <summary>The name.</summary>
    [System.ComponentModel.DataAnnotations.Required(ErrorMessage = "请填写名称"), System.ComponentModel.DataAnnotations.MaxLength(120, ErrorMessage = "名称最多120个字")] public string Name { get; set; } = "";
    /// <summary>What kind.</summary>
    public OtherNameKind Kind { get; set; }
    /// <summary>From which day.</summary>
    public DateOnly? From { get; set; }
    /// <summary>To which day.</summary>
    public DateOnly? To { get; set; }
}

/// <summary>Adds and removes the other names of an enterprise; the search follows.</summary>
public sealed class NameEnterprise(BridgeheadDb db, UnitOfWork work)
{
    /// <summary>Adds a name. Refused when the enterprise goes by it already.</summary>
    public async Task<OtherName> Add(Enterprise enterprise, OtherNameInput input, CancellationToken cancel = default)
    {
        var name = new OtherName(enterprise.Id, input.Name, input.Kind, input.From, input.To);
        var known = await db.Set<OtherName>().Where(n => n.EnterpriseId == enterprise.Id).Select(n => n.Name).ToListAsync(cancel);
        Refusal.When(name.Name == enterprise.Name || known.Contains(name.Name), $"“{name.Name}”已经登记为这家企业的名称", nameof(OtherName.Name));
        db.Add(name);
        return await Saved(enterprise, name, [.. known, name.Name], cancel);
    }

    /// <summary>Removes a name that was noted by mistake.</summary>
    public async Task Remove(Enterprise enterprise, OtherName name, CancellationToken cancel = default)
    {
        var known = await db.Set<OtherName>().Where(n => n.EnterpriseId == enterprise.Id && n.Id != name.Id).Select(n => n.Name).ToListAsync(cancel);
        db.Remove(name);
        await Saved(enterprise, name, known, cancel);
    }

    private async Task<OtherName> Saved(Enterprise enterprise, OtherName name, List<string> names, CancellationToken cancel)
    {
        work.Subject = enterprise.Id;
        enterprise.Goes(names);
        await db.SaveChangesAsync(cancel);
        return name;
    }
}
