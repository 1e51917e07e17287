using System.Globalization;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>The fields of a project that a ledger may fill or change. Its stage is none of them: that is moved with its gate, on the project's own page.</summary>
internal static class ProjectFieldsToMerge
{
    /// <summary>The fields, with units shown by name.</summary>
    public static IReadOnlyList<RecordField<ProjectFacts>> All(IReadOnlyList<Unit> units)
    {
        string Called(string id) => units.FirstOrDefault(u => u.Id == Guid.Parse(id))?.Name ?? "—";
        return
        [
            new("name", "项目名称", f => Nothing(f.Name), (f, t) => f with { Name = t ?? "" }),
            new("unit", "落地区县", f => f.UnitId == Guid.Empty ? null : f.UnitId.ToString(), (f, t) => f with { UnitId = Id(t) ?? Guid.Empty }) { Show = Called },
            new("park", "园区", f => f.ParkId?.ToString(), (f, t) => f with { ParkId = Id(t) }) { Show = Called },
            new("source", "信息来源单位", f => f.SourceUnitId?.ToString(), (f, t) => f with { SourceUnitId = Id(t) }) { Show = Called },
            new("investor", "投资方", f => Nothing(f.Investor), (f, t) => f with { Investor = t, InvestorId = t == f.Investor ? f.InvestorId : null }),
            new("investorId", "", f => f.InvestorId?.ToString(), (f, t) => f with { InvestorId = Id(t) }),
            new("company", "项目公司", f => Nothing(f.Company), (f, t) => f with { Company = t }),
            new("code", "项目代码", f => f.NationalCode?.Value, (f, t) => f with { NationalCode = t is null ? null : ProjectCode.Create(t) }),
            new("origin", "资金来源", f => f.Origin?.ToString(), (f, t) => f with { Origin = State<Origin>(t) }) { Show = key => LabelAttribute.Of(Enum.Parse<Origin>(key)) },
            new("place", "来源地", f => Nothing(f.OriginPlace), (f, t) => f with { OriginPlace = t }),
            new("branch", "产业类别", f => f.Branch?.ToString(), (f, t) => f with { Branch = State<Branch>(t) }) { Show = key => LabelAttribute.Of(Enum.Parse<Branch>(key)) },
            new("industry", "行业", f => Nothing(f.Industry), (f, t) => f with { Industry = t }),
            new("amount", "协议投资额", f => f.Amount?.Fen.ToString(CultureInfo.InvariantCulture), (f, t) => f with { Amount = t is null ? null : new Money(long.Parse(t, CultureInfo.InvariantCulture)) })
                { Show = fen => new Money(long.Parse(fen, CultureInfo.InvariantCulture)).Wan.ToString("#,0.######", CultureInfo.InvariantCulture) + "万元" },
            new("signed", "签约日期", f => Day(f.SignedOn), (f, t) => f with { SignedOn = Day(t) }),
            new("started", "开工日期", f => Day(f.StartedOn), (f, t) => f with { StartedOn = Day(t) }),
            new("produced", "投产日期", f => Day(f.ProducedOn), (f, t) => f with { ProducedOn = Day(t) }),
            new("land", "用地面积", f => f.Land?.SquareMetres.ToString(CultureInfo.InvariantCulture), (f, t) => f with { Land = t is null ? null : Land.FromSquareMetres(decimal.Parse(t, CultureInfo.InvariantCulture)) }) { Show = metres => metres + "平方米" },
            new("contact", "联系人", f => Nothing(f.Contact), (f, t) => f with { Contact = t }),
            new("description", "项目简介", f => Nothing(f.Description), (f, t) => f with { Description = t }),
        ];
    }

    /// <summary>What is stated about a project as it stands; what a form rounds is taken as it is kept.</summary>
    public static ProjectFacts Facts(Project p) => ProjectInput.Of(p).Facts(p) with
    {
        Name = p.Name, UnitId = p.UnitId, ParkId = p.ParkId, SourceUnitId = p.SourceUnitId, Investor = p.Investor, InvestorId = p.InvestorId, Company = p.Company, NationalCode = p.NationalCode,
        Origin = p.Origin, OriginPlace = p.OriginPlace, Branch = p.Branch, Industry = p.Industry, Amount = p.AmountFen == 0 ? null : p.Amount, Currency = p.Currency,
        SignedOn = p.SignedOn, StartedOn = p.StartedOn, ProducedOn = p.ProducedOn, Land = p.Land, Contact = p.Contact, Description = p.Description,
    };

    private static Guid? Id(string? text) => text is null ? null : Guid.Parse(text);

    private static T? State<T>(string? text) where T : struct, Enum => text is null ? null : Enum.Parse<T>(text);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Nothing(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
