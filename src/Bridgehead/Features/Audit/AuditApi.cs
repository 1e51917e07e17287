using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Audit;

/// <summary>What is looked for in the trail through the API.</summary>
public sealed class TrailQuery
{
    /// <summary>The person, by the beginning of the name.</summary>
    [MaxLength(80)] public string? Person { get; set; }
    /// <summary>The action, by its beginning.</summary>
    [MaxLength(120)] public string? Action { get; set; }
    /// <summary>How it ended.</summary>
    public AuditResult? Result { get; set; }
    /// <summary>From this day on (Beijing time).</summary>
    public DateOnly? From { get; set; }
    /// <summary>Up to and including this day (Beijing time).</summary>
    public DateOnly? To { get; set; }
    /// <summary>The record it was about.</summary>
    public Guid? Record { get; set; }
    /// <summary>The sequence number the page begins after, going back.</summary>
    [MaxLength(20)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }

    internal TrailFilter Filter => new()
    {
        Person = Person, Action = Action, Result = Result, From = From, To = To, Record = Record, Before = Listed.Number(After) is > 0 and var before ? before : null,
    };
}

/// <summary>An entry of the trail as the API shows it, with what changed and its place in the chain.</summary>
public sealed record TrailView(
    long Sequence, DateTime At, string Action, AuditResult Result, string UserName, string Role, string Unit, string Address, Guid? SubjectId, string? Reason,
    IReadOnlyList<FieldChange> Changes, string PreviousHash, string Hash, bool Holds)
{
    /// <summary>Shows an entry.</summary>
    public static TrailView Of(AuditEntry e) => new(
        e.Sequence, e.At, e.Action, e.Result, e.UserName, e.Role, e.Unit, e.Address, e.SubjectId, e.Reason, JsonSerializer.Deserialize<FieldChange[]>(e.Changes) ?? [],
        e.PreviousHash, e.Hash, e.Hash == e.HashAfter(e.PreviousHash));
}

/// <summary>REST: /api/audit.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("audit");
        audit.MapGet("", async ([AsParameters] TrailQuery query, ListTrail list, HttpContext http) =>
            await list.Page(query.Filter, Listed.Size(query.Limit), http.RequestAborted) is var (rows, next)
                ? Results.Ok(new Listed<TrailRow>(rows, next?.ToString(CultureInfo.InvariantCulture)))
                : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.ReadTrail).WithName("audit.list").Says("列出审计轨迹", "最新的在前；数据范围为全市的人员才看得到").Produces<Listed<TrailRow>>().ProducesProblem(StatusCodes.Status404NotFound);
        audit.MapGet("/{sequence:long}", async (long sequence, ListTrail list, HttpContext http) =>
            await list.Find(sequence, http.RequestAborted) is { } entry ? Results.Ok(TrailView.Of(entry)) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.ReadTrail).WithName("audit.get").Says("读取一条审计记录及其改动").Produces<TrailView>();
    }
}
