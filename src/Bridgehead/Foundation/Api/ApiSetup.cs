using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>The API as a whole: how JSON is read and written, its description, its health, and what happens beside its endpoints.</summary>
public static class ApiSetup
{
    /// <summary>The largest body of JSON taken, in bytes.</summary>
    public const int LargestBody = 1_000_000;

    /// <summary>The largest upload taken, in bytes: 50 MB of file and the form around it.</summary>
    public const int LargestUpload = 60_000_000;

    /// <summary>Registers it.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .ConfigureHttpJsonOptions(options => Strict(options.SerializerOptions))
        .AddSingleton<ApiNowhere>()
        .AddApiDescription();

    /// <summary>JSON exactly as described: no unknown or repeated items, no numbers in quotes, states by name.</summary>
    public static JsonSerializerOptions Strict(JsonSerializerOptions json)
    {
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(null, allowIntegerValues: false));
        return json;
    }

    /// <summary>Whatever goes wrong under /api is told as problem details.</summary>
    public static IApplicationBuilder UseApiFailures(this IApplicationBuilder app) => app.UseMiddleware<ApiFailures>();

    /// <summary>Maps the group all endpoints of the API stand in, its description and its health.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder site)
    {
        site.Map("/api/{**path}", (HttpContext http, ApiNowhere nowhere) => nowhere.Answer(http))
            .RequireAuthorization(Permission.SignedIn).ExcludeFromDescription().WithOrder(int.MaxValue - 1);
        var api = site.MapGroup("/api").AddEndpointFilter<ApiDoor>().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody));
        site.MapOpenApi("/api/openapi.json").RequireAuthorization(Permission.SignedIn).WithName("description");
        api.MapGet("/health", Health).AllowAnonymous().WithName("health").WithTags("health").Says("系统是否可用", "供负载均衡和监控使用，不需要令牌。能读到数据库时回答200，否则503，不含任何内部信息")
            .Produces<HealthView>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    private static async Task<IResult> Health(BridgeheadDb db, HttpContext http, ILogger<HealthView> log)
    {
        try
        {
            await db.Set<ChainHead>().AsNoTracking().AnyAsync(http.RequestAborted);
            return Results.Ok(new HealthView("ok"));
        }
        catch (System.Data.Common.DbException failure)
        {
            log.LogError(failure, "The database cannot be read");
            return ApiProblem.Of(http, StatusCodes.Status503ServiceUnavailable, new Refusal($"系统暂不可用，请稍后再试"));
        }
    }
}

/// <summary>Whether the system can be used.</summary>
/// <param name="Status">Always "ok": anything else is a problem.</param>
public sealed record HealthView(string Status);
