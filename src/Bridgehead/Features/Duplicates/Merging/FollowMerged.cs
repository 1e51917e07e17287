namespace Bridgehead.Features.Duplicates;

/// <summary>An old address of a record that was merged leads to the one that stayed, for whoever may see that one.</summary>
internal sealed class FollowMerged(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Asker asker, MergedRecords merged)
    {
        if (HttpMethods.IsGet(http.Request.Method) && asker.IsKnown && Named(http.Request.Path.Value ?? "") is var (kind, parts, at)
            && await merged.LeadsTo(kind, Guid.Parse(parts[at]), http.RequestAborted) is { } stayed)
        {
            parts[at] = stayed.ToString();
            http.Response.Redirect(string.Join('/', parts) + http.Request.QueryString);
            return;
        }
        await next(http);
    }

    /// <summary>The record an address is about: /projects/ID…, /enterprises/ID…, and the same below /api.</summary>
    private static (RecordKind Kind, string[] Parts, int At)? Named(string path)
    {
        var parts = path.Split('/');
        var at = parts is ["", "api", ..] ? 3 : 2;
        if (parts.Length <= at || !Guid.TryParse(parts[at], out _)) return null;
        return parts[at - 1] switch { "projects" => (RecordKind.Project, parts, at), "enterprises" => (RecordKind.Enterprise, parts, at), _ => null };
    }
}
