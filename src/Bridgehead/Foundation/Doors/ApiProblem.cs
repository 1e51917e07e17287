using Microsoft.AspNetCore.Mvc;

namespace Bridgehead;

/// <summary>A refusal as problem details (RFC 9457), in the language the client asked for.</summary>
public static class ApiProblem
{
    /// <summary>The problem: the sentence stands in <c>detail</c>, the field it belongs to in <c>field</c>.</summary>
    public static IResult Of(HttpContext http, int status, Refusal refusal)
    {
        var words = http.RequestServices.GetRequiredService<Words>();
        var problem = new ProblemDetails { Status = status, Title = Title(words, status), Detail = words.Say(refusal.Sentence), Instance = http.Request.Path };
        if (refusal.Field is { } field) problem.Extensions["field"] = field;
        return Results.Problem(problem);
    }

    /// <summary>Not there, or not the asker's.</summary>
    public static IResult NotThere(HttpContext http) =>
        Of(http, StatusCodes.Status404NotFound, new Refusal($"没有这条记录，或者不在您的数据范围内"));

    private static string Title(Words words, int status) => status switch
    {
        StatusCodes.Status404NotFound => words["没有找到"],
        StatusCodes.Status412PreconditionFailed => words["版本已变"],
        StatusCodes.Status428PreconditionRequired => words["缺少版本"],
        StatusCodes.Status400BadRequest => words["请求有误"],
        _ => words["未能办理"],
    };
}
