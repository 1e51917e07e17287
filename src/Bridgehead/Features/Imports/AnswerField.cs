namespace Bridgehead.Features.Imports;

/// <summary>A place on the page of a check where one value is chosen or typed.</summary>
/// <param name="Name">The name it is sent by.</param>
/// <param name="Label">What it is for, said to those who do not see the table.</param>
/// <param name="Value">What stands there; null for nothing.</param>
/// <param name="Meanings">What there is to choose from; null for any text.</param>
/// <param name="ByKey">Whether the key is sent instead of the name a ledger would write.</param>
public sealed record AnswerField(string Name, string Label, string? Value, IReadOnlyList<WordMeaning>? Meanings, bool ByKey = false)
{
    /// <summary>Whether what stands there is none of those to choose from.</summary>
    public bool IsOther => Value is not null && Meanings is not null && !Meanings.Any(meaning => Sent(meaning) == Value);

    /// <summary>What is sent for a choice: its name as a ledger would write it, or its key where two go by one name.</summary>
    public string Sent(WordMeaning meaning) => ByKey || Meanings!.Count(other => other.Name == meaning.Name) > 1 ? meaning.Key : meaning.Name;
}
