using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>The stages in force with their gates. Everybody who works with projects looks up here what counts as what; the bureau's reviewer changes it.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class IndexPage(StageRules rules, ProposeStages propose, OpenProject open) : Screen
{
    /// <summary>Which track.</summary>
    [BindProperty(SupportsGet = true)] public Track Track { get; set; }

    /// <summary>The set in force.</summary>
    public StageSet Set { get; private set; } = null!;
    /// <summary>Every version of the track, newest first.</summary>
    public IReadOnlyList<StageSet> Versions { get; private set; } = [];
    /// <summary>Whether the asker may change them.</summary>
    public bool MayChange => propose.May;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!Enum.IsDefined(Track)) return false;
        Set = (await rules.On(open.Today, Cancel))[Track];
        Versions = [.. (await rules.All(Cancel)).Where(s => s.Track == Track)];
        return true;
    }
}
