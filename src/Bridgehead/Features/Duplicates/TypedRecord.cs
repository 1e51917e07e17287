using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Duplicates;

/// <summary>What the check looks at of a form that is still being filled: half a code or an amount nobody understands counts for nothing.</summary>
public sealed class TypedRecord
{
    /// <summary>The name.</summary>
    [MaxLength(120)] public string? Name { get; set; }
    /// <summary>The investor of a project.</summary>
    [MaxLength(120)] public string? Investor { get; set; }
    /// <summary>The national code of a project.</summary>
    [MaxLength(40)] public string? NationalCode { get; set; }
    /// <summary>The industry of a project.</summary>
    [MaxLength(60)] public string? Industry { get; set; }
    /// <summary>The amount of a project, as it is typed.</summary>
    [MaxLength(30)] public string? Amount { get; set; }
    /// <summary>The credit code of an enterprise.</summary>
    [MaxLength(30)] public string? CreditCode { get; set; }
    /// <summary>Other names of an enterprise, one a line.</summary>
    [MaxLength(500)] public string? OtherNames { get; set; }
    /// <summary>The legal representative of an enterprise.</summary>
    [MaxLength(60)] public string? LegalRepresentative { get; set; }
    /// <summary>The address of an enterprise.</summary>
    [MaxLength(300)] public string? Address { get; set; }

    /// <summary>Whether a code is complete.</summary>
    internal bool HasCode => ProjectCode.TryRead(NationalCode, out _) || Bridgehead.CreditCode.TryRead(CreditCode, out _);

    /// <summary>What the check looks at.</summary>
    /// <param name="kind">"enterprise" for an enterprise; a project otherwise.</param>
    /// <param name="record">The record that is edited.</param>
    /// <param name="phones">A text with telephone numbers, from <see cref="TypedPhones"/>.</param>
    public RecordFacts Facts(string? kind, Guid? record, string? phones) => string.Equals(kind, "enterprise", StringComparison.OrdinalIgnoreCase)
        ? RecordFacts.Of(Name ?? "", new EnterpriseFacts
        {
            CreditCode = Bridgehead.CreditCode.TryRead(CreditCode, out var credit) ? credit : null, OtherNames = OtherNames, LegalRepresentative = LegalRepresentative, Address = Address, Phone = phones,
        }, record ?? Guid.Empty)
        : RecordFacts.Of(new ProjectFacts
        {
            Name = Name ?? "", Investor = Investor, NationalCode = ProjectCode.TryRead(NationalCode, out var national) ? national : null, Industry = Industry,
            Amount = ProjectInput.TryAmount(Amount), Contact = phones,
        }, record ?? Guid.Empty);
}
