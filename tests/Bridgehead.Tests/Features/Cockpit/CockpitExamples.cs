using Bridgehead.Tests.Doors;

namespace Bridgehead.Tests.Features.Cockpit;

/// <summary>An example of every way to mark what was seen.</summary>
internal sealed class CockpitExamples : Examples
{
    public override IEnumerable<Write> Writes =>
    [
        new("POST /?handler=Seen", "leader", _ => Now(Page("/?handler=Seen"))) { Repeats = true },
        new("POST /api/cockpit/look", "leader", _ => Now(Api("POST", "/api/cockpit/look"))) { Repeats = true },
    ];
}
