using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports;

/// <summary>A sentence kept with a check, so that it can be said later in the language of whoever looks.</summary>
/// <param name="Format">The Chinese sentence with numbered holes.</param>
/// <param name="Values">What stands in the holes, as text.</param>
public sealed partial record Said(string Format, IReadOnlyList<string?> Values)
{
    /// <summary>Keeps a sentence.</summary>
    public static Said Of(FormattableString sentence)
    {
        var formats = Hole().Matches(sentence.Format).GroupBy(hole => hole.Groups[1].Value).ToDictionary(hole => int.Parse(hole.Key, CultureInfo.InvariantCulture), hole => hole.First().Groups[2].Value);
        return new Said(sentence.Format, [.. sentence.GetArguments().Select((value, place) => value switch
        {
            null => null,
            Enum state => LabelAttribute.Of(state),
            DateOnly day when formats.GetValueOrDefault(place) is null or "" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable thing => thing.ToString(formats.GetValueOrDefault(place) is { Length: > 0 } format ? format : null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        })]);
    }

    /// <summary>The sentence again.</summary>
    public FormattableString Sentence() => FormattableStringFactory.Create(Format, [.. Values]);

    [GeneratedRegex(@"\{(\d+)(?:,[^:}]*)?:?([^}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();
}
