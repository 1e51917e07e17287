using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>
/// The door every page goes through. Loads what the page shows, runs the handler as one unit of work with its audit entry and its
/// stored reply, and turns a refusal, a wrong shape or a stale version into the same page again (422, 409) with everything typed kept.
/// </summary>
internal sealed class PageDoor(UnitOfWork work, Idempotency idempotency, Asker asker, Words words) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var screen = context.HandlerInstance as Screen;
        if (screen is not null && !await screen.Load())
        {
            context.Result = new NotFoundResult();
            return;
        }
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            await next();
            return;
        }
        await Change(context, next, screen);
    }

    private async Task Change(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next, Screen? screen)
    {
        var cancel = context.HttpContext.RequestAborted;
        var action = ActionName.Of(context);
        try
        {
            if (asker.IsKnown) idempotency.Take(context.HttpContext.Request.Form["_once"], await FormDigest.Of(context.HttpContext.Request));
            if (await idempotency.Earlier(cancel) is { } earlier)
            {
                context.Result = Again(earlier);
                return;
            }
        }
        catch (Refusal refusal)
        {
            context.Result = await ShowAgain(context, screen, action, AuditResult.Refused, refusal, StatusCodes.Status422UnprocessableEntity);
            return;
        }
        if (!context.ModelState.IsValid)
        {
            context.Result = await ShowAgain(context, screen, action, AuditResult.Invalid, null, StatusCodes.Status422UnprocessableEntity);
            return;
        }
        var done = await next();
        if (done.Exception is not null)
        {
            if (await Answer(context, screen, action, done.Exception, cancel) is not { } answer) return;
            done.Exception = null;
            done.Result = answer;
            return;
        }
        if (work.Closed) return;
        if (done.Result is PageResult)
        {
            var result = context.ModelState.IsValid ? AuditResult.Done : AuditResult.Invalid;
            if (result == AuditResult.Done) await work.Commit(action, cancel: cancel);
            else done.Result = await ShowAgain(context, screen, action, result, null, StatusCodes.Status422UnprocessableEntity);
            return;
        }
        try
        {
            idempotency.Keep(StatusCodes.Status303SeeOther, Target(context, done.Result), null, null);
            await work.Commit(action, cancel: cancel);
        }
        catch (Exception failure) when (failure is DbUpdateException or Refusal)
        {
            if (await Answer(context, screen, action, failure, cancel) is not { } answer) throw;
            done.Result = answer;
        }
    }

    private async Task<IActionResult?> Answer(
        PageHandlerExecutingContext context, Screen? screen, string action, Exception failure, CancellationToken cancel)
    {
        await work.Rollback();
        if (failure is Refusal or DbUpdateException && await idempotency.Earlier(cancel) is { } earlier) return Again(earlier);
        return failure switch
        {
            Refusal refusal => await ShowAgain(context, screen, action, AuditResult.Refused, refusal, StatusCodes.Status422UnprocessableEntity),
            DbUpdateConcurrencyException => await ShowAgain(context, screen, action, AuditResult.Refused, Stale.Refusal(), StatusCodes.Status409Conflict),
            DbUpdateException unique when Stale.IsDuplicate(unique) => await ShowAgain(context, screen, action, AuditResult.Refused,
                Stale.Duplicate(), StatusCodes.Status409Conflict),
            _ => null,
        };
    }

    private async Task<IActionResult> ShowAgain(
        PageHandlerExecutingContext context, Screen? screen, string action, AuditResult result, Refusal? refusal, int status)
    {
        var why = refusal?.Message ?? string.Join("；", context.ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage));
        await work.Abandon(action, result, why);
        if (refusal is not null) context.ModelState.AddModelError(refusal.Field ?? "", words.Say(refusal.Sentence));
        if (screen is not null && !await screen.Load()) return new NotFoundResult();
        context.HttpContext.Response.StatusCode = status;
        return ((PageModel)context.HandlerInstance).Page();
    }

    private static IActionResult Again(StoredReply earlier) =>
        earlier.Location is { } location ? new LocalRedirectResult(location) : new StatusCodeResult(earlier.Status);

    private static string? Target(PageHandlerExecutingContext context, IActionResult? result)
    {
        var url = ((PageModel)context.HandlerInstance).Url;
        return result switch
        {
            RedirectToPageResult page => url.Page(page.PageName, page.PageHandler, page.RouteValues, null, null, page.Fragment),
            LocalRedirectResult local => local.Url,
            RedirectResult plain => plain.Url,
            _ => null,
        };
    }
}
