using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Assessments;

/// <summary>One version of a scheme: who is compared, what is judged, and each method in words.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class SchemePage(FindAssessments find) : Screen
{
    /// <summary>The code.</summary>
    [FromRoute] public string Code { get; set; } = "";
    /// <summary>Which version; the latest when empty.</summary>
    [FromQuery] public int? Number { get; set; }

    /// <summary>The version shown.</summary>
    public Scheme Scheme { get; private set; } = null!;
    /// <summary>The number of the latest.</summary>
    public int Latest { get; private set; }
    /// <summary>Whether the asker may write another version and begin an assessment.</summary>
    public bool MayRun { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (await find.Scheme(Code, Number, Cancel) is not { } scheme) return false;
        (Scheme, Latest, MayRun) = (scheme, (await find.Scheme(Code, null, Cancel))!.Number, await find.MayRun(Cancel));
        return true;
    }

    /// <summary>How an item is scored, in words.</summary>
    public static FormattableString How(SchemeItem item) => item.Method switch
    {
        ScoreMethod.Ratio => item.Cap is { } cap ? $"分值×完成率，完成率最高按{Scoring.Text(cap)}%计" : (FormattableString)$"分值×完成率，不封顶",
        ScoreMethod.Efficacy => item.EqualIsFull ? $"分值×〔(本单位−最小)÷(最大−最小)×40+60〕%，同组都相等时计满分" : (FormattableString)$"分值×〔(本单位−最小)÷(最大−最小)×40+60〕%，同组都相等时不计分",
        ScoreMethod.PerUnit => $"按个计分，最多{Scoring.Text(Math.Max(item.Weight, item.Cap ?? 0))}分",
        ScoreMethod.Tiers => $"各档每少一个扣{Scoring.Text(item.Step)}分，扣完为止",
        ScoreMethod.Deduction => item.Weight > 0 ? $"从{Scoring.Text(item.Weight)}分中按个扣，扣完为止" : item.Cap is { } most ? $"按个扣分，最多扣{Scoring.Text(most)}分" : (FormattableString)$"按个扣分，不封底",
        ScoreMethod.Bonus => $"按个加分，最多加{Scoring.Text(item.Weight)}分",
        ScoreMethod.Given => $"凭文件评定，0至{Scoring.Text(item.Weight)}分",
        _ => $"有一个即不排位次",
    };
}
