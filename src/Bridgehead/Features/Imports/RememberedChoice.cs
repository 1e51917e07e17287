namespace Bridgehead.Features.Imports;

/// <summary>What is remembered.</summary>
public enum ChoiceSort
{
    /// <summary>What column a heading is.</summary>
    [Label("列的对应")] Heading,
    /// <summary>What a word means.</summary>
    [Label("词的含义")] Word,
    /// <summary>What was given for all rows of a table that lacks a column: proposed for the next one, never taken by itself.</summary>
    [Label("整份台账统一填的值")] Given,
}

/// <summary>A decision about ledgers that a unit's people took once and need not take again: what a heading is, what a word means, what was given for a whole table.</summary>
public sealed class RememberedChoice : IVersioned, IAudited
{
    private RememberedChoice() { }

    /// <summary>Remembers a decision.</summary>
    /// <param name="unitId">Whose.</param>
    /// <param name="kind">For which kind of ledger.</param>
    /// <param name="sort">Of what sort.</param>
    /// <param name="signature">For headings and given values, the table; empty for words.</param>
    /// <param name="field">For words and given values, the field; empty for headings.</param>
    /// <param name="text">The heading or word; the field's name for a given value.</param>
    public RememberedChoice(Guid unitId, ImportKind kind, ChoiceSort sort, string signature, string field, string text) =>
        (Id, UnitId, Kind, Sort, Signature, Field, Text) = (Guid.CreateVersion7(), unitId, kind, sort, signature, field, text);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Whose.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>For which kind of ledger.</summary>
    public ImportKind Kind { get; private set; }
    /// <summary>Of what sort.</summary>
    public ChoiceSort Sort { get; private set; }
    /// <summary>The table a heading stands in.</summary>
    public string Signature { get; private set; } = "";
    /// <summary>The field a word stands in.</summary>
    public string Field { get; private set; } = "";
    /// <summary>The heading or word, up to 200 characters.</summary>
    public string Text { get; private set; } = "";
    /// <summary>The column's key, empty for a column left out; or what the word means.</summary>
    public string Meaning { get; private set; } = "";
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Decides it, anew when it was decided before.</summary>
    public void Means(string meaning) => Meaning = meaning;
}
