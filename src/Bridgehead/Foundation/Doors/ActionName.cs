using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bridgehead;

/// <summary>What an action is called in the trail, in dotted form: "projects.edit", "access.users.disable".</summary>
internal static class ActionName
{
    public static string Of(PageHandlerExecutingContext context) =>
        Dotted(((CompiledPageActionDescriptor)context.ActionDescriptor).ViewEnginePath, context.HandlerMethod?.Name);

    public static string OfPath(string path) => Dotted(path, null);

    private static string Dotted(string path, string? handler)
    {
        var name = path.Trim('/').Replace('/', '.').ToLowerInvariant();
        return string.IsNullOrEmpty(handler) ? name : $"{name}.{handler.ToLowerInvariant()}";
    }
}
