namespace Bridgehead.Features.Admission;

/// <summary>A paper a review needs, and whether it is there. The files themselves are attached to the review.</summary>
public sealed class ReviewMaterial : IVersioned, IAudited
{
    /// <summary>What every review asks for.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["项目简介或可行性研究报告", "投资方营业执照和近三年审计报告", "拟签协议文本", "用地、用能、排放需求说明", "信用查询结果", "政策诉求清单"];

    private ReviewMaterial() { }

    /// <summary>Asks for a paper.</summary>
    public ReviewMaterial(Guid review, string name, int order) => (Id, ReviewId, Name, Order) = (Guid.CreateVersion7(), review, name, order);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The review.</summary>
    public Guid ReviewId { get; private set; }
    /// <summary>Its place in the list.</summary>
    public int Order { get; private set; }
    /// <summary>What it is.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The day it came; null while missing.</summary>
    public DateOnly? ReceivedOn { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Notes that it came, or that it is missing after all.</summary>
    public void Receive(Review review, DateOnly? on)
    {
        review.RefuseConcluded();
        ReceivedOn = on;
    }
}
