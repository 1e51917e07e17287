namespace Bridgehead;

/// <summary>
/// A business rule said no. Carries one sentence for the person: which rule, whose it is, and what to do.
/// A page shows it on the form again (422) with everything typed kept, the API answers 409 with problem details,
/// the command line prints it and exits 1.
/// </summary>
/// <remarks>
/// The sentence is written in Chinese with its values as holes; the English catalogue translates the pattern
/// (<see cref="FormattableString.Format"/>), so the same refusal reads well in both languages.
/// </remarks>
public sealed class Refusal(FormattableString sentence, string? field = null)
    : Exception(sentence.ToString(System.Globalization.CultureInfo.InvariantCulture))
{
    /// <summary>The sentence with its holes, ready to be said in either language.</summary>
    public FormattableString Sentence { get; } = sentence;

    /// <summary>The input field the refusal belongs to, when there is one; otherwise it stands at the head of the form.</summary>
    public string? Field { get; } = field;

    /// <summary>Refuses unless the condition holds.</summary>
    public static void Unless(bool holds, FormattableString sentence, string? field = null)
    {
        if (!holds) throw new Refusal(sentence, field);
    }

    /// <summary>Refuses when the condition holds.</summary>
    public static void When(bool holds, FormattableString sentence, string? field = null) => Unless(!holds, sentence, field);
}
