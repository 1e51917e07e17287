using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Assessments;

/// <summary>A version of an assessment scheme (考核方案). A version never changes; another one is added, and each assessment keeps the one it was made by.</summary>
public sealed class Scheme : IVersioned, IAudited
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    private SchemeDefinition? read;

    private Scheme() { }

    /// <summary>Writes a version. Refused when what it says does not hold together.</summary>
    /// <param name="code">Lower-case letters, digits and hyphens, at most 40; the same for all versions.</param>
    /// <param name="number">Which version, from 1.</param>
    /// <param name="name">Its name, up to 80 characters.</param>
    /// <param name="document">The document it comes from.</param>
    /// <param name="definition">What it says.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="at">When (UTC).</param>
    public Scheme(string code, int number, string name, string document, SchemeDefinition definition, string by, DateTime at)
    {
        Refusal.Unless(code.Length is > 0 and <= 40 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), $"方案代码只能用小写字母、数字和连字符，最多40位", nameof(Code));
        Refusal.When(name.Trim().Length is 0 or > 80, $"请填写方案名称，最多80个字", nameof(Name));
        definition.Check();
        (Id, Code, Number, Name, Document, By, At) = (Guid.CreateVersion7(), code, number, name.Trim(), document.Trim(), by, at);
        (read, DefinitionJson) = (definition, JsonSerializer.Serialize(definition, Json));
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Its code.</summary>
    public string Code { get; private set; } = "";
    /// <summary>Which version, from 1.</summary>
    public int Number { get; private set; }
    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The document it comes from.</summary>
    public string Document { get; private set; } = "";
    /// <summary>What it says, as stored.</summary>
    public string DefinitionJson { get; private set; } = "{}";
    /// <summary>Who wrote it.</summary>
    public string By { get; private set; } = "";
    /// <summary>When it was written (UTC).</summary>
    public DateTime At { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>What it says.</summary>
    public SchemeDefinition Definition => read ??= JsonSerializer.Deserialize<SchemeDefinition>(DefinitionJson, Json)!;
}
