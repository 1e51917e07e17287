using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using CsCheck;

namespace Bridgehead.Tests.Features.Projects.Stages;

/// <summary>
/// Whatever is asked for, decided, handed in, taken off, stated and forgotten, in whatever order: a project stands only where its gate and every gate
/// before let it, unless somebody let it over one, and that stands in its history. Two people act; nobody decides what they asked for.
/// </summary>
public sealed class TheGatesHold
{
    private static readonly RulesInForce Force = new(Enum.GetValues<Track>().ToDictionary(t => t, DefaultStageSets.Of), WorkCalendar.Shipped);
    private static readonly DateOnly Start = new(2025, 9, 1);
    private static readonly Guid[] People = [Guid.NewGuid(), Guid.NewGuid()];

    private static readonly Gen<(int Act, int What, int Who)[]> Days = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 1000], Gen.Int[0, 1]).Array[1, 120];

    [Fact]
    public void Whatever_is_done() => Days.Sample(
        days =>
        {
            var life = new Life();
            foreach (var (act, what, who) in days) life.Day(act, what, who);
        }, iter: 3_000);

    [Fact]
    public void And_a_gate_left_open_would_be_noticed() => Assert.ThrowsAny<Exception>(() => Days.Sample(
        days =>
        {
            var life = new Life { Careless = true };
            foreach (var (act, what, who) in days) life.Day(act, what, who);
        }, iter: 3_000));

    /// <summary>One project with its papers and history, and what the use cases do with them.</summary>
    private sealed class Life
    {
        private static readonly DocumentKind[] Kinds = Enum.GetValues<DocumentKind>();
        private static readonly Stage[] All = [.. Stage.All];
        private readonly HashSet<DocumentKind> documents = [];
        private readonly HashSet<Milestone> dates = [];
        private readonly List<ProjectStep> history = [];
        private readonly Project project = new("1", Facts(0), Stage.Of(0), Start);
        private StageRequest? pending;
        private DateOnly today = Start;
        private int filled;

        /// <summary>The planted fault: requests are let in without a second look.</summary>
        public bool Careless { get; init; }

        private Papers Papers => new(documents, dates);

        public void Day(int act, int what, int who)
        {
            today = today.AddDays(1);
            try
            {
                switch (act)
                {
                    case 0: documents.Add(Kinds[what % Kinds.Length]); break;
                    case 1: TakeOff(Kinds[what % Kinds.Length]); break;
                    case 2: Fill(what); break;
                    case 3 or 4: Ask(All[what % All.Length], who); break;
                    case 5: Decide(what % 4 != 0, who); break;
                    default: if (what % 10 == 0) Override(All[what / 10 % 12]); else if (what % 10 < 4) Fill(0xFFF); break;
                }
            }
            catch (Refusal)
            {
                // said no: nothing may have changed that the gates rest on
            }
            Holds();
        }

        private void Fill(int bits)
        {
            var before = filled;
            filled = bits;
            try
            {
                project.Change(Facts(bits), today, Force, Papers);
            }
            catch (Refusal)
            {
                filled = before;
                project.Change(Facts(before), today, Force, Papers);
                throw;
            }
        }

        private void TakeOff(DocumentKind kind)
        {
            var passed = Force[project.Track].Between(-1, project.Reached).ToList();
            var without = new Papers(documents.Where(d => d != kind).ToHashSet(), dates);
            var owed = Gates.Missing(project, Papers, passed).Select(g => g.What).ToHashSet();
            Refusal.When(!Careless && Gates.Missing(project, without, passed).Any(g => !owed.Contains(g.What)), $"不能取下");
            documents.Remove(kind);
        }

        private void Ask(Stage to, int who)
        {
            Refusal.When(pending is not null, $"已有申请");
            var kind = MoveStage.KindOf(project, to);
            if (kind == StepKind.Forward) MustMeet(to);
            var approver = MoveStage.Lets(project, to, kind, Force);
            if (approver == Approver.None) Enter(to, kind, who, "理由");
            else pending = new StageRequest(project, to, kind, approver, "理由", People[who], "某", DateTime.UtcNow);
        }

        private void Decide(bool approve, int who)
        {
            if (pending is not { } request) return;
            request.Decide(approve, "意见", People[who], "某", DateTime.UtcNow);
            Assert.NotEqual(request.ById, People[who]);
            pending = null;
            if (!approve || project.StageOrder != request.From) return;
            if (request.Kind == StepKind.Forward && !Careless) MustMeet(Stage.Of(request.To));
            Enter(Stage.Of(request.To), request.Kind, who, request.Reason);
        }

        private void Override(Stage to)
        {
            Refusal.Unless(MoveStage.KindOf(project, to) == StepKind.Forward, $"只用于向前");
            pending = null;
            Enter(to, StepKind.Override, 0, "特批");
        }

        private void MustMeet(Stage to)
        {
            if (Force.Missing(project, Papers, to) is { Count: > 0 } gaps) throw Gates.Refuse(gaps[0].Rule.Name, [.. gaps.Select(g => g.What)]);
        }

        private void Enter(Stage to, StepKind kind, int who, string? reason)
        {
            history.Add(project.Enter(to, kind, Force.Calendar, today, People[who], "某", reason));
            Force.SetClock(project);
        }

        private void Holds()
        {
            if (history.Exists(s => s.Kind == StepKind.Override)) return;
            var missing = Gates.Missing(project, Papers, Force[project.Track].Between(-1, project.Reached));
            Assert.True(missing.Count == 0, $"at {project.Stage.Name} (reached {project.Reached}) without {string.Join('、', missing.Select(m => m.What.Name))}");
            Assert.Equal(project.Stage.IsSide, project.StageLeft is not null);
            Assert.True(!project.Stage.IsSide || project.DueOn is null);
        }

        private static ProjectFacts Facts(int bits)
        {
            var full = AGate.Full("某项目", Guid.Parse("00000000-0000-7000-8000-000000000001"));
            return full with
            {
                Investor = Has(0) ? full.Investor : null, Origin = Has(1) ? bits % 5 == 0 ? Origin.Abroad : full.Origin : null, Branch = Has(2) ? full.Branch : null, Amount = Has(3) ? full.Amount : null,
                SignedOn = Has(4) ? full.SignedOn : null, Company = Has(5) ? full.Company : null, StartedOn = Has(6) ? full.StartedOn : null, StartKind = Has(7) ? (StartKind)(bits % 3) : null,
                LandSupply = Has(8) ? (LandSupply)(bits % 4) : null, CompletedOn = Has(9) ? full.CompletedOn : null, ProducedOn = Has(10) ? full.ProducedOn : null, IsIncrease = bits % 11 == 3,
            };

            bool Has(int bit) => (bits >> bit & 1) == 1;
        }
    }
}
