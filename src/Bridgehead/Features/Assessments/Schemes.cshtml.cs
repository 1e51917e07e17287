using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;

namespace Bridgehead.Features.Assessments;

/// <summary>The schemes there are.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class SchemesPage(FindAssessments find) : Screen
{
    /// <summary>The latest version of each.</summary>
    public IReadOnlyList<Scheme> Schemes { get; private set; } = [];
    /// <summary>Whether the asker may write one.</summary>
    public bool MayRun { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Schemes, MayRun) = (await find.Schemes(Cancel), await find.MayRun(Cancel));
        return true;
    }
}
