using System.Globalization;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Agreements;

/// <summary>
/// What can be promised, with the unit, the way it is measured and what usually proves it (domain rule 6.8). The list is data: pages, API and lists read
/// it, none of them knows a kind by itself.
/// </summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Party">Who usually promises it.</param>
/// <param name="Measure">How it is measured.</param>
/// <param name="Unit">The unit it is typed and shown in; empty for a ratio and for a day.</param>
/// <param name="Operator">How it is usually held against what is reached.</param>
/// <param name="Evidence">What usually proves it.</param>
/// <param name="Months">After how many months from signing it is usually due.</param>
public sealed record PromiseKind(string Code, string Name, PromiseParty Party, PromiseMeasure Measure, string Unit, PromiseOperator Operator, EvidenceType Evidence, int Months)
{
    private const decimal Largest = 100_000_000_000m;

    /// <summary>Whether what is recorded adds up, as money paid does; otherwise the latest record speaks.</summary>
    public bool Adds { get; init; }

    /// <summary>Whether it gives one enterprise something of public means, so that it needs a basis in law (Regulation on Fair Competition Review, article 10).</summary>
    public bool NeedsBasis { get; init; }

    /// <summary>Every kind, the enterprise's first, each side in the order of an agreement.</summary>
    public static IReadOnlyList<PromiseKind> All { get; } =
    [
        new("investment", "总投资", PromiseParty.Enterprise, PromiseMeasure.Money, "万元", PromiseOperator.AtLeast, EvidenceType.Vouchers, 36) { Adds = true },
        new("fixed-investment", "固定资产投资", PromiseParty.Enterprise, PromiseMeasure.Money, "万元", PromiseOperator.AtLeast, EvidenceType.Vouchers, 36) { Adds = true },
        new("intensity", "投资强度", PromiseParty.Enterprise, PromiseMeasure.Number, "万元/亩", PromiseOperator.AtLeast, EvidenceType.Vouchers, 36),
        new("floor-area-ratio", "容积率", PromiseParty.Enterprise, PromiseMeasure.Number, "", PromiseOperator.AtLeast, EvidenceType.Certificate, 24),
        new("start", "开工", PromiseParty.Enterprise, PromiseMeasure.Day, "", PromiseOperator.AtLeast, EvidenceType.Permit, 6),
        new("completion", "竣工", PromiseParty.Enterprise, PromiseMeasure.Day, "", PromiseOperator.AtLeast, EvidenceType.Permit, 24),
        new("production", "投产", PromiseParty.Enterprise, PromiseMeasure.Day, "", PromiseOperator.AtLeast, EvidenceType.Statistics, 30),
        new("annual-output", "年产值", PromiseParty.Enterprise, PromiseMeasure.Money, "万元", PromiseOperator.AtLeast, EvidenceType.Statistics, 48),
        new("annual-tax", "年税收", PromiseParty.Enterprise, PromiseMeasure.Money, "万元", PromiseOperator.AtLeast, EvidenceType.TaxRecord, 48),
        new("tax-per-mu", "亩均税收", PromiseParty.Enterprise, PromiseMeasure.Number, "万元/亩", PromiseOperator.AtLeast, EvidenceType.TaxRecord, 48),
        new("jobs", "就业人数", PromiseParty.Enterprise, PromiseMeasure.Number, "人", PromiseOperator.AtLeast, EvidenceType.SocialInsurance, 36),
        new("rd-share", "研发投入占比", PromiseParty.Enterprise, PromiseMeasure.Number, "%", PromiseOperator.AtLeast, EvidenceType.Statistics, 48),
        new("energy", "单位增加值能耗", PromiseParty.Enterprise, PromiseMeasure.Number, "吨标准煤/万元", PromiseOperator.AtMost, EvidenceType.Statistics, 48),
        new("deposit", "履约保证金", PromiseParty.Enterprise, PromiseMeasure.Money, "万元", PromiseOperator.AtLeast, EvidenceType.BankSlip, 1) { Adds = true },
        new("other-enterprise", "企业其他承诺", PromiseParty.Enterprise, PromiseMeasure.Day, "", PromiseOperator.AtLeast, EvidenceType.Document, 24),
        new("land-supply", "土地供应", PromiseParty.Government, PromiseMeasure.Number, "亩", PromiseOperator.AtLeast, EvidenceType.Document, 6) { Adds = true },
        new("site-works", "场地平整与配套", PromiseParty.Government, PromiseMeasure.Day, "", PromiseOperator.AtLeast, EvidenceType.Document, 6),
        new("approvals", "审批代办", PromiseParty.Government, PromiseMeasure.Day, "", PromiseOperator.AtLeast, EvidenceType.Document, 6),
        new("support-funds", "扶持资金", PromiseParty.Government, PromiseMeasure.Money, "万元", PromiseOperator.AtLeast, EvidenceType.BankSlip, 30) { Adds = true, NeedsBasis = true },
        new("plant-support", "厂房租金补助", PromiseParty.Government, PromiseMeasure.Money, "万元", PromiseOperator.AtLeast, EvidenceType.BankSlip, 18) { Adds = true, NeedsBasis = true },
        new("other-government", "政府其他承诺", PromiseParty.Government, PromiseMeasure.Day, "", PromiseOperator.AtLeast, EvidenceType.Document, 12),
    ];

    /// <summary>The kind of a code; null when there is none.</summary>
    public static PromiseKind? Called(string? code) => All.FirstOrDefault(k => k.Code == code);

    /// <summary>The kind of a stored code. Every stored code is one of the list.</summary>
    public static PromiseKind Of(string code) => All.First(k => k.Code == code);

    /// <summary>Reads an amount as typed in the unit, or with 亿 or 万 for money. A day has none. Refused when it cannot be understood, is not above 0, or is finer than is kept.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="field">The field it was typed in.</param>
    public long Read(string? text, string field)
    {
        if (Measure == PromiseMeasure.Day) return 0;
        Refusal.When(string.IsNullOrWhiteSpace(text), $"请填写“{Name}”的数值", field);
        if (Measure == PromiseMeasure.Money)
        {
            var money = ProjectInput.ReadAmount(text)!.Value;
            Refusal.Unless(money > Money.Zero, $"“{Name}”的数值应大于0", field);
            return money.Fen;
        }
        var plain = text!.InForm(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim().TrimEnd('%');
        Refusal.Unless(decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Largest,
            $"看不懂“{Name}”的数值“{text}”，请填写大于0的数字", field);
        var parts = number * 10_000m;
        Refusal.Unless(parts == decimal.Truncate(parts), $"“{Name}”最多四位小数", field);
        return (long)parts;
    }

    /// <summary>An amount in the unit, exact.</summary>
    public decimal Write(long value) => Measure == PromiseMeasure.Money ? new Money(value).Wan : value / 10_000m;
}
