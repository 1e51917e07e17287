using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Agreements;

/// <summary>The usual promises of an agreement by branch of the economy, proposed so that none is forgotten; the drafter keeps, changes or drops each (domain rules 6.8 and 10.4).</summary>
public static class PromiseTemplate
{
    private static readonly Dictionary<Branch, string[]> Sets = new()
    {
        [Branch.Primary] = ["investment", "start", "production", "annual-output", "jobs", "site-works"],
        [Branch.Secondary] = ["investment", "fixed-investment", "intensity", "floor-area-ratio", "start", "completion", "production", "annual-output", "tax-per-mu", "rd-share", "energy", "deposit", "land-supply", "site-works", "approvals"],
        [Branch.Tertiary] = ["investment", "start", "production", "annual-output", "annual-tax", "jobs", "approvals"],
    };

    // 标准地 of a Sichuan county (domain rule 10.4): 150 and 8 万元/亩, R&D 1 %; the floor-area ratio of another city, 0.7; a start where nothing else is known
    private static readonly Dictionary<string, long> Usual = new()
    {
        ["intensity"] = 1_500_000, ["tax-per-mu"] = 80_000, ["rd-share"] = 10_000, ["floor-area-ratio"] = 7_000, ["energy"] = 3_000, ["jobs"] = 1_000_000, ["land-supply"] = 500_000,
    };

    /// <summary>The proposed promises of a project. Money follows the agreed amount; what the project does not tell stands at the usual value and must be looked at.</summary>
    /// <param name="branch">The branch of the economy.</param>
    /// <param name="project">The project.</param>
    /// <param name="start">The day the months count from.</param>
    public static IEnumerable<PromiseTerms> For(Branch branch, Project project, DateOnly start) =>
        from code in Sets[branch]
        let kind = PromiseKind.Of(code)
        select new PromiseTerms { Kind = code, Party = kind.Party, Operator = kind.Operator, Evidence = kind.Evidence, DueOn = start.AddMonths(kind.Months), Target = Amount(kind, project) };

    private static long Amount(PromiseKind kind, Project project)
    {
        var total = project.AmountFen > 0 ? project.AmountFen : Money.FromWan(1_000).Fen;
        return kind.Code switch
        {
            "investment" => total,
            "fixed-investment" => Whole(total, 70),
            "annual-output" => Whole(total, 120),
            "annual-tax" => Whole(total, 5),
            "deposit" => Whole(total, 1),
            "land-supply" when project.Land is { } land && land.Mu >= 1 => (long)(Math.Round(land.Mu, 2) * 10_000m),
            _ => Usual.GetValueOrDefault(kind.Code),
        };
    }

    // to the 万元 below, at least one
    private static long Whole(long fen, int percent) => Math.Max(1_000_000, fen / 100 * percent / 1_000_000 * 1_000_000);
}
