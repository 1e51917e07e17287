using System.Globalization;

namespace Bridgehead;

/// <summary>The description of the API: OpenAPI 3.1, made from the endpoints themselves, in the language asked for.</summary>
internal static class ApiDescription
{
    /// <summary>The name the framework knows the one document by.</summary>
    public const string Document = "v1";

    /// <summary>Registers it.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddOperationTransformer<DescribeOperation>();
        options.AddDocumentTransformer<DescribeDocument>();
    });

    /// <summary>The words of the language asked for; the request has set it for the thread of work.</summary>
    public static Words Words => Words.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "zh");
}
