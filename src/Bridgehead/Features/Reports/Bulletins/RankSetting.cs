namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>Whether bulletins rank the units, and how (domain rules 11.7 and 12.3): off until the city decides otherwise. One for the installation.</summary>
public sealed class RankSetting : IVersioned, IAudited
{
    /// <summary>The identity of the only one.</summary>
    public static readonly Guid Only = new("0193a000-0000-7000-8000-00000000f0f1");

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; } = Only;
    /// <summary>Whether there is a ranking.</summary>
    public bool IsOn { get; private set; }
    /// <summary>Who is compared with whom: a line each, "A组：甲区、乙县"; empty for one group of all districts and counties.</summary>
    public string Groups { get; private set; } = "";
    /// <summary>How many stand on the red and on the black board, 0 to 5; 0 for no boards.</summary>
    public int BoardSize { get; private set; }
    /// <summary>How many days the ranking is shown to the units before it may be published, 3 to 30.</summary>
    public int AppealDays { get; private set; } = 5;
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Sets it anew.</summary>
    public void Set(bool isOn, string groups, int boardSize, int appealDays)
    {
        Refusal.Unless(boardSize is >= 0 and <= 5, $"红黑榜各列0至5个单位", nameof(BoardSize));
        Refusal.Unless(appealDays is >= 3 and <= 30, $"发布前的公示期应为3至30天", nameof(AppealDays));
        (IsOn, Groups, BoardSize, AppealDays) = (isOn, groups.ReplaceLineEndings("\n").Trim(), boardSize, appealDays);
    }
}
