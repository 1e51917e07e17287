using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>
/// The door every page goes through. Loads what the page shows, runs the handler as one unit of work with its audit entry and its
/// stored reply, and turns a refusal, a wrong shape or a stale version into the same page again (422, 409) with everything typed kept.
/// </summary>
internal sealed class PageDoor(BridgeheadDb db, UnitOfWork work, Idempotency idempotency, Asker asker, Words words) : IAsyncPageFilter
{
    private const string NotThere = "没有这条记录、没有这项权限，或者不在数据范围内";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (screen, request, action) = (context.HandlerInstance as Screen, context.HttpContext.Request, ActionName.Of(context));
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        // before anything is loaded: what the first request threw away is not there for the second
        if (!safe && await Known(context, screen, action) is { } known)
        {
            context.Result = known;
            return;
        }
        if (screen is not null && !await screen.Load())
        {
            context.Result = safe ? new NotFoundResult() : await Gone(action, new NotFoundResult());
            return;
        }
        if (safe) await next();
        else await Change(context, next, screen, action);
    }

    // not there, or not the asker's; gone since the same request threw it away a moment ago is answered like that request
    private async Task<IActionResult> Gone(string action, IActionResult answer)
    {
        await work.Rollback();
        if (await idempotency.Earlier(CancellationToken.None) is { } earlier) return Again(earlier);
        await work.Abandon(action, AuditResult.Denied, NotThere);
        return answer;
    }

    private async Task<IActionResult?> Known(PageHandlerExecutingContext context, Screen? screen, string action)
    {
        try
        {
            var request = context.HttpContext.Request;
            // no text holds such a character, and PostgreSQL could not keep it
            Refusal.When(request.Form.Any(f => f.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) == true)), $"填写的内容看不懂，请重新填写");
            if (asker.IsKnown) idempotency.Take(request.Form["_once"], await FormDigest.Of(request));
            return await idempotency.Earlier(context.HttpContext.RequestAborted) is { } earlier ? Again(earlier) : null;
        }
        catch (Refusal refusal)
        {
            return await ShowAgain(context, screen, action, AuditResult.Refused, refusal, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task Change(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next, Screen? screen, string action)
    {
        var cancel = context.HttpContext.RequestAborted;
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
        if (done.Result is NotFoundResult missing) done.Result = await Gone(action, missing);
        // a plain refusal: the cookie's own way would lead to another page
        else if (done.Result is ForbidResult) done.Result = await Gone(action, new StatusCodeResult(StatusCodes.Status403Forbidden));
        else if (done.Result is PageResult && !context.ModelState.IsValid)
            done.Result = await ShowAgain(context, screen, action, AuditResult.Invalid, null, StatusCodes.Status422UnprocessableEntity);
        else await Commit(context, done, screen, action, cancel);
    }

    private async Task Commit(PageHandlerExecutingContext context, PageHandlerExecutedContext done, Screen? screen, string action, CancellationToken cancel)
    {
        try
        {
            // what a page shows on the spot is shown once: the same key leads to the page as it is afterwards
            var target = done.Result is PageResult ? context.HttpContext.Request.Path.Value : Target(context, done.Result);
            idempotency.Keep(StatusCodes.Status303SeeOther, target, null, null);
            await work.Commit(action, cancel: cancel);
        }
        catch (Exception failure) when (failure is DbUpdateException or Refusal || Stale.IsClash(failure))
        {
            if (await Answer(context, screen, action, failure, cancel) is not { } answer) throw;
            done.Result = answer;
        }
    }

    private async Task<IActionResult?> Answer(
        PageHandlerExecutingContext context, Screen? screen, string action, Exception failure, CancellationToken cancel)
    {
        var (subject, version) = (work.Subject, await Stale.VersionNow(failure, cancel));
        await work.Rollback();
        if ((failure is Refusal or DbUpdateException || Stale.IsClash(failure)) && await idempotency.Earlier(cancel) is { } earlier) return Again(earlier);
        return failure switch
        {
            Refusal refusal => await ShowAgain(context, screen, action, AuditResult.Refused, refusal, StatusCodes.Status422UnprocessableEntity),
            DbUpdateConcurrencyException => await ShowBoth(context, screen, action, subject, version),
            DbUpdateException unique when Stale.IsDuplicate(unique) => await ShowAgain(context, screen, action, AuditResult.Refused,
                Stale.Duplicate(), StatusCodes.Status409Conflict),
            _ when Stale.IsClash(failure) => await ShowAgain(context, screen, action, AuditResult.Refused, Stale.Together(), StatusCodes.Status409Conflict),
            _ => null,
        };
    }

    private async Task<IActionResult> ShowAgain(
        PageHandlerExecutingContext context, Screen? screen, string action, AuditResult result, Refusal? refusal, int status)
    {
        var why = refusal?.Message ?? string.Join("；", context.ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage));
        await work.Abandon(action, result, why);
        if (refusal is not null) context.ModelState.AddModelError(Place(context, refusal.Field), words.Say(refusal.Sentence));
        if (screen is not null && !await screen.Load()) return new NotFoundResult();
        context.HttpContext.Response.StatusCode = status;
        return ((PageModel)context.HandlerInstance).Page();
    }

    // a rule names the field of the thing; on the form it stands below its input: "Amount" is "Input.Amount" there
    private static string Place(PageHandlerExecutingContext context, string? field) => field is null ? ""
        : context.ModelState.Keys.FirstOrDefault(k => k.Equals(field, StringComparison.OrdinalIgnoreCase) || k.EndsWith("." + field, StringComparison.OrdinalIgnoreCase)) ?? field;

    // what was typed stays, what the other changed stands beside it, and saving again is a decision of its own
    private async Task<IActionResult> ShowBoth(PageHandlerExecutingContext context, Screen? screen, string action, Guid? subject, long? version)
    {
        var answer = await ShowAgain(context, screen, action, AuditResult.Refused, Stale.Refusal(), StatusCodes.Status409Conflict);
        if (subject is { } record)
            foreach (var sentence in await WhatOthersChanged.Of(db, record, CancellationToken.None)) context.ModelState.AddModelError("", words.Say(sentence));
        if (Typed(context.HttpContext.Request.Form) is { Length: > 0 } typed) context.ModelState.AddModelError("", words.Say($"您填写的：{typed}"));
        if (version is { } now)
            foreach (var field in context.ModelState.Keys.Where(k => k.Split('.')[^1].Equals(nameof(IVersioned.Version), StringComparison.OrdinalIgnoreCase)).ToList())
                context.ModelState.SetModelValue(field, now, now.ToString(CultureInfo.InvariantCulture));
        return answer;
    }

    // the few fields of a button are not shown again by a form of their own: what was typed in them is said, so that it can be taken over
    private static string Typed(IFormCollection form) => string.Join('、', form.Where(f => !f.Key.StartsWith("Input.", StringComparison.Ordinal) && !f.Key.StartsWith('_') && f.Key is not ("version" or "handler"))
        .SelectMany(f => f.Value).Where(v => !string.IsNullOrWhiteSpace(v) && !Guid.TryParse(v, out _) && v is not ("true" or "false")));

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
