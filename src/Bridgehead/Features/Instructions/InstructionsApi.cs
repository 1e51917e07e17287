using Bridgehead.Features.Access;

namespace Bridgehead.Features.Instructions;

/// <summary>An instruction as the API shows it; the figure as it stood then in <see cref="MeasureUnit"/>.</summary>
public sealed record InstructionView(
    Guid Id, InstructionSubject Subject, string Name, Guid? ProjectId, Guid? ReportId, Guid? BlockId, string Quote, string? Indicator, string? Unit, string? From, string? To, string? Group, decimal? Seen, string? MeasureUnit,
    string Text, string ToUnit, Guid? ToPersonId, string? ToPerson, DateOnly DueOn, string GivenBy, DateTime GivenAt, InstructionState State, bool Overdue, long Version)
{
    internal static InstructionView Of(InstructionRow row, DateOnly today)
    {
        var i = row.Instruction;
        string? Month(int? month) => month is { } m ? Months.Text(m) : null;
        return new InstructionView(i.Id, i.Subject, i.Name, i.ProjectId, i.ReportId, i.BlockId, i.Quote, row.Figure?.Code, row.FigureUnit?.Code, Month(i.FromMonth), Month(i.ToMonth), row.Figure is null ? null : i.Group, row.Seen, row.Figure?.Display,
            i.Text, row.To.Code, i.ToPersonId, i.ToPerson, i.DueOn, i.GivenBy, i.GivenAt, i.State, i.IsOverdue(today), i.Version);
    }
}

/// <summary>One step of an instruction.</summary>
public sealed record InstructionStepView(int Number, InstructionState State, string Text, string By, DateTime At);

/// <summary>REST: /api/instructions.</summary>
internal static class InstructionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var instructions = api.MapGroup("/instructions").WithTags("instructions");
        instructions.MapGet("", async ([AsParameters] InstructionQuery query, FindInstructions find, DescribeInstructions describe, CancellationToken cancel) =>
        {
            var (rows, next) = await find.Page(query, cancel);
            return new Listed<InstructionView>([.. (await describe.Run(rows, cancel)).Select(r => InstructionView.Of(r, find.Today))], next);
        }).RequireAuthorization(Permission.ReadFigures).WithName("instructions.list").Says("列出批示", "按办理期限排列；不写 state 时为未办结的");
        instructions.MapGet("/{id:guid}", async (Guid id, FindInstructions find, DescribeInstructions describe, HttpContext http) =>
        {
            if (await find.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Version);
            return Results.Ok(InstructionView.Of(await describe.Run(found, http.RequestAborted), find.Today));
        }).RequireAuthorization(Permission.ReadFigures).WithName("instructions.get").Says("读取一件批示").Produces<InstructionView>();
        instructions.MapGet("/{id:guid}/steps", async (Guid id, FindInstructions find, HttpContext http) => await find.Find(id, http.RequestAborted) is not { } found ? ApiProblem.NotThere(http)
                : Results.Ok(new Listed<InstructionStepView>([.. found.Steps.OrderBy(s => s.Number).Select(s => new InstructionStepView(s.Number, s.State, s.Text, s.By, s.At))], null)))
            .RequireAuthorization(Permission.ReadFigures).WithName("instructions.steps").Says("列出一件批示的办理经过").Produces<Listed<InstructionStepView>>();
        instructions.MapPost("", async (InstructionInput input, GiveInstruction give, FindInstructions find, DescribeInstructions describe, UnitOfWork work, CancellationToken cancel) =>
        {
            var made = await give.Run(input, cancel);
            work.Subject = made.Id;
            return Written.Created($"/api/instructions/{made.Id}", InstructionView.Of(await describe.Run(made, cancel), find.Today), made.Version);
        }).RequireAuthorization(Permission.GiveInstructions).WithName("instructions.give").Says("作出批示", "写在一个数据、一个项目或一段报告上，交由一个单位或一个人办理").Produces<InstructionView>(StatusCodes.Status201Created);
        instructions.MapPost("/{id:guid}/acceptance", Changing.Change<Instruction>(Find, (http, i) => Give(http).Accept(i, http.RequestAborted), Show))
            .RequireAuthorization(Permission.AnswerInstructions).WithName("instructions.accept").WantsVersion().Says("接收一件批示").Produces<InstructionView>();
        instructions.MapPost("/{id:guid}/answer", Changing.Change<Instruction, AnswerInput>(Find, (http, i, input) => Give(http).Answer(i, input, http.RequestAborted), Show))
            .RequireAuthorization(Permission.AnswerInstructions).WithName("instructions.answer").WantsVersion().Says("答复一件批示", "附件在答复之前用 attachments 附上，kind 为 instruction").Produces<InstructionView>();
        instructions.MapPost("/{id:guid}/return", Changing.Change<Instruction, ReturnInput>(Find, (http, i, input) => Give(http).Return(i, input, http.RequestAborted), Show))
            .RequireAuthorization(Permission.GiveInstructions).WithName("instructions.return").WantsVersion().Says("退回答复再办", "可以同时改期").Produces<InstructionView>();
        instructions.MapPost("/{id:guid}/closing", Changing.Change<Instruction, ClosingInput>(Find, (http, i, input) => Give(http).Close(i, input, http.RequestAborted), Show))
            .RequireAuthorization(Permission.GiveInstructions).WithName("instructions.close").WantsVersion().Says("办结一件批示", "没有答复就办结时须写明原因").Produces<InstructionView>();
    }

    private static Task<Instruction?> Find(HttpContext http, Guid id) => http.RequestServices.GetRequiredService<FindInstructions>().Find(id, http.RequestAborted);

    private static GiveInstruction Give(HttpContext http) => http.RequestServices.GetRequiredService<GiveInstruction>();

    private static async Task<object> Show(HttpContext http, Instruction instruction) =>
        InstructionView.Of(await http.RequestServices.GetRequiredService<DescribeInstructions>().Run(instruction, http.RequestAborted), http.RequestServices.GetRequiredService<FindInstructions>().Today);
}
