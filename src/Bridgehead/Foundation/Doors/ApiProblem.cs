using Microsoft.AspNetCore.Mvc;

namespace Bridgehead;

/// <summary>A refusal as problem details (RFC 9457), in the language the client asked for.</summary>
public static class ApiProblem
{
    /// <summary>The problem: the sentence stands in <c>detail</c>, the field it belongs to in <c>field</c>.</summary>
    public static IResult Of(HttpContext http, int status, Refusal refusal)
    {
        var (words, problem) = Begun(http, status);
        problem.Detail = words.Say(refusal.Sentence);
        if (refusal.Field is { } field) problem.Extensions["field"] = ApiInput.Field(field);
        return Results.Problem(problem);
    }

    /// <summary>What was sent has the wrong shape: the sentences stand in <c>errors</c>, by field.</summary>
    public static IResult Unfit(HttpContext http, IDictionary<string, string[]> errors)
    {
        var (words, problem) = Begun(http, StatusCodes.Status400BadRequest);
        problem.Detail = words["有的项不合要求，见 errors"];
        problem.Extensions["errors"] = errors;
        return Results.Problem(problem);
    }

    /// <summary>A failure of ours: nothing but the number under which the log holds the details.</summary>
    public static IResult Failure(HttpContext http, string reference)
    {
        var (words, problem) = Begun(http, StatusCodes.Status500InternalServerError);
        problem.Detail = words["没有保存任何内容。请稍后再试；仍不行时请告知管理员，并附上 reference"];
        problem.Extensions["reference"] = reference;
        return Results.Problem(problem);
    }

    /// <summary>Not there, or not the asker's.</summary>
    public static IResult NotThere(HttpContext http) =>
        Of(http, StatusCodes.Status404NotFound, new Refusal($"没有这条记录，或者不在您的数据范围内"));

    private static (Words, ProblemDetails) Begun(HttpContext http, int status)
    {
        var words = http.RequestServices.GetRequiredService<Words>();
        return (words, new ProblemDetails { Type = "about:blank", Status = status, Title = Title(words, status), Instance = http.Request.Path });
    }

    private static string Title(Words words, int status) => status switch
    {
        StatusCodes.Status400BadRequest => words["请求有误"],
        StatusCodes.Status401Unauthorized => words["没有出示令牌"],
        StatusCodes.Status403Forbidden => words["没有权限"],
        StatusCodes.Status404NotFound => words["没有找到"],
        StatusCodes.Status405MethodNotAllowed => words["方法不对"],
        StatusCodes.Status412PreconditionFailed => words["版本已变"],
        StatusCodes.Status413PayloadTooLarge => words["内容过大"],
        StatusCodes.Status415UnsupportedMediaType => words["类型不对"],
        StatusCodes.Status422UnprocessableEntity => words["标识已用过"],
        StatusCodes.Status428PreconditionRequired => words["缺少版本"],
        StatusCodes.Status503ServiceUnavailable => words["暂不可用"],
        >= 500 => words["系统出错"],
        _ => words["未能办理"],
    };
}
