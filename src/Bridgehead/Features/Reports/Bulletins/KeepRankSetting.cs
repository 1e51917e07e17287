using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>How bulletins rank, as it is typed.</summary>
public sealed class RankSettingInput
{
    /// <summary>Whether there is a ranking.</summary>
    public bool IsOn { get; set; }
    /// <summary>Who is compared with whom: a line each, "A组：甲区、乙县"; empty for one group of all districts and counties.</summary>
    [MaxLength(2000, ErrorMessage = "分组最多2000个字")] public string? Groups { get; set; }
    /// <summary>How many stand on the red and on the black board, 0 to 5.</summary>
    [Range(0, 5, ErrorMessage = "红黑榜各列0至5个单位")] public int BoardSize { get; set; }
    /// <summary>For how many days the ranking is shown before it may be published, 3 to 30.</summary>
    [Range(3, 30, ErrorMessage = "发布前的公示期应为3至30天")] public int AppealDays { get; set; } = 5;
    /// <summary>The version that was read.</summary>
    public long Version { get; set; }
}

/// <summary>Units that are compared with each other.</summary>
/// <param name="Name">What the group is called; null for the only one.</param>
/// <param name="Codes">The codes of its units, in the fixed administrative order.</param>
public sealed record RankGroup(string? Name, IReadOnlyList<string> Codes);

/// <summary>Reads and sets how bulletins rank.</summary>
public sealed class KeepRankSetting(BridgeheadDb db, ScopedUnits scope)
{
    /// <summary>As it stands; off until somebody decides otherwise.</summary>
    public async Task<RankSetting> Read(CancellationToken cancel = default) => await db.Set<RankSetting>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == RankSetting.Only, cancel) ?? new RankSetting();

    /// <summary>As it is typed.</summary>
    public async Task<RankSettingInput> Input(CancellationToken cancel = default)
    {
        var s = await Read(cancel);
        return new RankSettingInput { IsOn = s.IsOn, Groups = s.Groups, BoardSize = s.BoardSize, AppealDays = s.AppealDays, Version = s.Version };
    }

    /// <summary>Sets it; only for the city. Refused for units nobody knows, in two groups, or alone in one.</summary>
    public async Task Set(RankSettingInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(await scope.IsWholeCity(cancel), $"排名规则全市统一，由市级审核人设定");
        Groups(input.Groups ?? "", await scope.All(cancel));
        var setting = await db.Set<RankSetting>().FirstOrDefaultAsync(s => s.Id == RankSetting.Only, cancel);
        if (setting is null) db.Add(setting = new RankSetting());
        else db.ReadAt(setting, input.Version);
        setting.Set(input.IsOn, input.Groups ?? "", input.BoardSize, input.AppealDays);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The groups a text names: one of all districts and counties when it is empty.</summary>
    public static IReadOnlyList<RankGroup> Groups(string text, IReadOnlyList<Unit> units)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0) return [new RankGroup(null, [.. units.Where(u => u.Kind == UnitKind.District).Select(u => u.Code)])];
        var (groups, taken) = (new List<RankGroup>(), new HashSet<string>());
        foreach (var line in lines)
        {
            var cut = line.IndexOfAny(['：', ':']);
            Refusal.Unless(cut is > 0 and <= 20, $"分组应写成“A组：甲区、乙县”，一行一组，现为“{line}”", nameof(RankSettingInput.Groups));
            var named = line[(cut + 1)..].Split(['、', ',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => (Name: name, Unit: units.FirstOrDefault(u => u.IsCalled(name)))).ToList();
            foreach (var (name, unit) in named)
            {
                Refusal.When(unit is null, $"没有单位“{name}”", nameof(RankSettingInput.Groups));
                Refusal.Unless(taken.Add(unit!.Code), $"{unit.Label}写了两次，一个单位只能在一个组里", nameof(RankSettingInput.Groups));
            }
            Refusal.When(named.Count < 2, $"“{line[..cut]}”只有一个单位，无从比较", nameof(RankSettingInput.Groups));
            groups.Add(new RankGroup(line[..cut].Trim(), [.. named.Select(n => n.Unit!).OrderBy(u => u.Order).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => u.Code)]));
        }
        return groups;
    }
}
