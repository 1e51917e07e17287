using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Features.Projects;

/// <summary>What people do at a gate, for tests that have to get past one.</summary>
internal static class AGate
{
    /// <summary>A small PDF nobody has seen before.</summary>
    public static byte[] Pdf() => [.. "%PDF-1.4\n"u8, .. Guid.NewGuid().ToByteArray()];

    /// <summary>Hands in every document the page asks for.</summary>
    public static async Task<Shown> HandInAll(Shown shown)
    {
        for (var turn = 0; shown.Document.QuerySelector("form.hand-in") is not null; turn++)
        {
            Assert.True(turn < 20, shown.Alert);
            shown = await shown.Submit("form.hand-in", [], [("file", "材料.pdf", Pdf())]);
        }
        return shown;
    }

    /// <summary>Facts that every gate up to production asks for.</summary>
    public static ProjectFacts Full(string name, Guid unit) => new()
    {
        Name = name, UnitId = unit, Investor = "某某集团", Company = "某某项目公司", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromYi(2), SignedOn = new DateOnly(2024, 1, 10),
        StartKind = StartKind.Building, LandSupply = LandSupply.New, StartedOn = new DateOnly(2024, 6, 1), CompletedOn = new DateOnly(2025, 6, 1), ProducedOn = new DateOnly(2025, 9, 1),
    };
}
