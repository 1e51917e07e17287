using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bridgehead.Features.Shared;

/// <summary>What was done, said once on the page one is led to: <c>this.Notice($"已保存{project.Name}")</c>.</summary>
public static class Notices
{
    internal const string Key = "notice";

    /// <summary>Says a sentence, in the person's language, on the next page shown.</summary>
    public static void Notice(this PageModel page, FormattableString sentence) =>
        page.TempData[Key] = page.HttpContext.RequestServices.GetRequiredService<Words>().Say(sentence);
}
