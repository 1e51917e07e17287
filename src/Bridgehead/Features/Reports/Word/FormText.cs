using System.Text.Json;

namespace Bridgehead.Features.Reports;

/// <summary>The form a report is set in, as it is kept with a release: the faces with what stands in for them, and how tables are ruled.</summary>
public sealed record FormText
{
    /// <summary>标题: 小标宋; a commercial face that the program does not carry.</summary>
    public string TitleFace { get; init; } = OfficialFormat.TitleFace;
    /// <summary>What stands in for it where it is not installed.</summary>
    public string TitleFallback { get; init; } = "FZXiaoBiaoSong-B05S";
    /// <summary>正文: 仿宋.</summary>
    public string BodyFace { get; init; } = OfficialFormat.BodyFace;
    /// <summary>What stands in for it.</summary>
    public string BodyFallback { get; init; } = "仿宋";
    /// <summary>一、 headings: 黑体.</summary>
    public string PartFace { get; init; } = OfficialFormat.PartFace;
    /// <summary>What stands in for it.</summary>
    public string PartFallback { get; init; } = "SimHei";
    /// <summary>（一） headings: 楷体.</summary>
    public string SectionFace { get; init; } = OfficialFormat.SectionFace;
    /// <summary>What stands in for it.</summary>
    public string SectionFallback { get; init; } = "楷体";
    /// <summary>Latin letters and digits.</summary>
    public string NumberFace { get; init; } = OfficialFormat.LatinFace;
    /// <summary>Whether tables are ruled all round (全框); otherwise by three lines (三线).</summary>
    public bool BoxedTables { get; init; }

    /// <summary>The standard's own faces.</summary>
    public static readonly FormText Standard = new();

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As one line of text.</summary>
    public string Text() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads <see cref="Text"/>.</summary>
    public static FormText Read(string text) => JsonSerializer.Deserialize<FormText>(text, Json)!;
}
