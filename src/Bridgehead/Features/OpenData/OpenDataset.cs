namespace Bridgehead.Features.OpenData;

/// <summary>What a data set tells of the projects signed in its months.</summary>
public enum OpenSubject
{
    /// <summary>By unit.</summary>
    [Label("签约项目（分单位）")] ByUnit,
    /// <summary>By branch of the economy.</summary>
    [Label("签约项目（分产业）")] ByBranch,
    /// <summary>By origin of the investor.</summary>
    [Label("签约项目（分来源）")] ByOrigin,
}

/// <summary>公开属性 (Regulation on Open Government Information, articles 13 to 16).</summary>
public enum Disclosure
{
    /// <summary>Given out without being asked.</summary>
    [Label("主动公开")] Open,
    /// <summary>Given to whoever asks.</summary>
    [Label("依申请公开")] OnRequest,
    /// <summary>Not given out.</summary>
    [Label("不予公开")] Closed,
}

/// <summary>Where a data set stands.</summary>
public enum OpenState
{
    /// <summary>Prepared; a second person has to look at it.</summary>
    [Label("待审查")] Prepared,
    /// <summary>Public.</summary>
    [Label("向社会公开")] Published,
    /// <summary>Refused by the second person.</summary>
    [Label("审查未通过")] Refused,
    /// <summary>No longer public; what it said is kept.</summary>
    [Label("已撤下")] Withdrawn,
}

/// <summary>
/// A data set that may be given out: frozen when it is prepared, with what it is, on what basis, under which licence; a second person reviews it before it is
/// public (domain rule 11.3). Cells that rest on fewer than three enterprises are not told.
/// </summary>
public sealed class OpenDataset : IVersioned, IAudited
{
    /// <summary>Where its numbers come from.</summary>
    public const string Source = "招商项目登记，部门调度数据，不是政府统计数据";

    private OpenDataset() { }

    /// <summary>Prepares a data set.</summary>
    /// <param name="facts">What it is.</param>
    /// <param name="content">Its content as text with commas.</param>
    /// <param name="digest">SHA-256 of the content in UTF-8.</param>
    /// <param name="hidden">How many cells are not told.</param>
    /// <param name="by">Who prepares it.</param>
    /// <param name="name">The name the person has.</param>
    /// <param name="at">When (UTC).</param>
    public OpenDataset(OpenFacts facts, string content, string digest, int hidden, Guid? by, string name, DateTime at)
    {
        Refusal.When(string.IsNullOrWhiteSpace(facts.Basis) || facts.Basis.Length > 300, $"请写明公开的依据，最多300个字", nameof(Basis));
        Refusal.When(string.IsNullOrWhiteSpace(facts.Licence) || facts.Licence.Length > 100, $"请写明使用许可，最多100个字", nameof(Licence));
        (Id, UnitId, Subject, FromMonth, ToMonth, Attribute) = (Guid.CreateVersion7(), facts.UnitId, facts.Subject, facts.Span.From, facts.Span.To, facts.Attribute);
        (Title, Basis, Licence, Content, Digest, Hidden) = (facts.Title, facts.Basis.Trim(), facts.Licence.Trim(), content, digest, hidden);
        (PreparedById, PreparedBy, PreparedAt) = (by, name, at);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Of which unit.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>What it tells.</summary>
    public OpenSubject Subject { get; private set; }
    /// <summary>Its first month, yyyymm.</summary>
    public int FromMonth { get; private set; }
    /// <summary>Its last month, yyyymm.</summary>
    public int ToMonth { get; private set; }
    /// <summary>公开属性.</summary>
    public Disclosure Attribute { get; private set; }
    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";
    /// <summary>On what basis it is given out.</summary>
    public string Basis { get; private set; } = "";
    /// <summary>Under which licence.</summary>
    public string Licence { get; private set; } = "";
    /// <summary>The content as text with commas, as it was prepared.</summary>
    public string Content { get; private set; } = "";
    /// <summary>SHA-256 of the content.</summary>
    public string Digest { get; private set; } = "";
    /// <summary>How many cells are not told.</summary>
    public int Hidden { get; private set; }
    /// <summary>Where it stands.</summary>
    public OpenState State { get; private set; }
    /// <summary>Who prepared it; null for the operator.</summary>
    public Guid? PreparedById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string PreparedBy { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime PreparedAt { get; private set; }
    /// <summary>Who reviewed it.</summary>
    public string? ReviewedBy { get; private set; }
    /// <summary>What the review says.</summary>
    public string? Opinion { get; private set; }
    /// <summary>When it became public (UTC).</summary>
    public DateTime? PublishedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>A second person lets it out or not. Refused for who prepared it, for what is not to be given out, and without an opinion.</summary>
    public void Review(bool publish, string? opinion, Guid? by, string name, DateTime at)
    {
        Refusal.Unless(State == OpenState.Prepared, $"这个数据集已经审查过");
        Refusal.When(by is not null && by == PreparedById, $"编制人不能审查自己的数据集，请由另一人审查");
        Refusal.When(string.IsNullOrWhiteSpace(opinion), $"请写明审查意见", nameof(Opinion));
        Refusal.When(publish && Attribute != Disclosure.Open, $"公开属性为“{LabelAttribute.Of(Attribute)}”的，不能公开");
        (State, ReviewedBy, Opinion, PublishedAt) = (publish ? OpenState.Published : OpenState.Refused, name, opinion!.Trim(), publish ? at : null);
    }

    /// <summary>Takes it back from the public.</summary>
    public void Withdraw(string? reason)
    {
        Refusal.Unless(State == OpenState.Published, $"只有已公开的数据集可以撤下");
        Refusal.When(string.IsNullOrWhiteSpace(reason), $"请写明撤下的原因", nameof(Opinion));
        (State, Opinion) = (OpenState.Withdrawn, reason!.Trim());
    }
}

/// <summary>What a data set is.</summary>
/// <param name="UnitId">Of which unit.</param>
/// <param name="Subject">What it tells.</param>
/// <param name="Span">Of which months.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Attribute">公开属性.</param>
/// <param name="Basis">On what basis it is given out.</param>
/// <param name="Licence">Under which licence.</param>
public sealed record OpenFacts(Guid UnitId, OpenSubject Subject, Months Span, string Title, Disclosure Attribute, string Basis, string Licence);
