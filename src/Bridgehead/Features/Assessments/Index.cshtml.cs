using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Assessments;

/// <summary>The assessments the asker may see, the latest first.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class IndexPage(FindAssessments find) : Screen
{
    /// <summary>The cursor.</summary>
    [FromQuery] public string? After { get; set; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<AssessmentRow> Rows { get; private set; } = [];
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; private set; }
    /// <summary>Whether the asker may begin one.</summary>
    public bool MayRun { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Rows, Next) = await find.Page(new AssessmentQuery { After = Guid.TryParse(After, out _) ? After : null }, Cancel);
        MayRun = await find.MayRun(Cancel);
        return true;
    }
}
