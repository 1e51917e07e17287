namespace Bridgehead.Features.Reports;

/// <summary>The faces a city sets its documents in, with what stands in for each (domain rule 12.1), and how its tables are ruled. One for the installation.</summary>
public sealed class OfficialForm : IVersioned, IAudited
{
    /// <summary>The identity of the only one.</summary>
    public static readonly Guid Only = new("0193a000-0000-7000-8000-00000000f0f0");

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; } = Only;
    /// <summary>标题.</summary>
    public string TitleFace { get; private set; } = FormText.Standard.TitleFace;
    /// <summary>What stands in for it.</summary>
    public string TitleFallback { get; private set; } = FormText.Standard.TitleFallback;
    /// <summary>正文.</summary>
    public string BodyFace { get; private set; } = FormText.Standard.BodyFace;
    /// <summary>What stands in for it.</summary>
    public string BodyFallback { get; private set; } = FormText.Standard.BodyFallback;
    /// <summary>一、 headings.</summary>
    public string PartFace { get; private set; } = FormText.Standard.PartFace;
    /// <summary>What stands in for it.</summary>
    public string PartFallback { get; private set; } = FormText.Standard.PartFallback;
    /// <summary>（一） headings.</summary>
    public string SectionFace { get; private set; } = FormText.Standard.SectionFace;
    /// <summary>What stands in for it.</summary>
    public string SectionFallback { get; private set; } = FormText.Standard.SectionFallback;
    /// <summary>Latin letters and digits.</summary>
    public string NumberFace { get; private set; } = FormText.Standard.NumberFace;
    /// <summary>Whether tables are ruled all round.</summary>
    public bool BoxedTables { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Sets it anew. Refused for a face without a name.</summary>
    public void Set(FormText text)
    {
        string[] faces = [text.TitleFace, text.TitleFallback, text.BodyFace, text.BodyFallback, text.PartFace, text.PartFallback, text.SectionFace, text.SectionFallback, text.NumberFace];
        Refusal.When(Array.Exists(faces, string.IsNullOrWhiteSpace), $"请填写每一种字体和它的替代字体", nameof(TitleFace));
        Refusal.When(Array.Exists(faces, face => face.Length > 31 || face.Any(c => char.IsControl(c) || c is '<' or '>' or '&' or '"')), $"字体名称最多31个字，不能含有控制字符和<>&\"", nameof(TitleFace));
        (TitleFace, TitleFallback, BodyFace, BodyFallback) = (text.TitleFace.Trim(), text.TitleFallback.Trim(), text.BodyFace.Trim(), text.BodyFallback.Trim());
        (PartFace, PartFallback, SectionFace, SectionFallback) = (text.PartFace.Trim(), text.PartFallback.Trim(), text.SectionFace.Trim(), text.SectionFallback.Trim());
        (NumberFace, BoxedTables) = (text.NumberFace.Trim(), text.BoxedTables);
    }

    /// <summary>As it is kept with a release.</summary>
    public FormText Text => new()
    {
        TitleFace = TitleFace, TitleFallback = TitleFallback, BodyFace = BodyFace, BodyFallback = BodyFallback, PartFace = PartFace, PartFallback = PartFallback,
        SectionFace = SectionFace, SectionFallback = SectionFallback, NumberFace = NumberFace, BoxedTables = BoxedTables,
    };
}
