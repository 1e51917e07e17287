using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bridgehead;

/// <summary>A page. What it shows is loaded before its handler runs and again after a refusal, so it can always be shown with what was typed kept.</summary>
public abstract class Screen : PageModel
{
    /// <summary>Stops the work when the reader has left.</summary>
    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>Loads what the page shows. False: not there, or not the asker's to see (404).</summary>
    public virtual Task<bool> Load() => Task.FromResult(true);
}
