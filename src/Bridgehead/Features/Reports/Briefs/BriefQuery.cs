using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>Of what a brief is made: a project, an enterprise, a unit, or an industry chain in a unit.</summary>
public sealed class BriefQuery
{
    /// <summary>A project.</summary>
    public Guid? Project { get; set; }
    /// <summary>An enterprise.</summary>
    public Guid? Enterprise { get; set; }
    /// <summary>A unit or park: code, name or short name.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>An industry chain, as projects name it; within the unit when one is given.</summary>
    [MaxLength(60)] public string? Industry { get; set; }
}
