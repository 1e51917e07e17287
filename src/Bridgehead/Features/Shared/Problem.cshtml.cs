using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bridgehead.Features.Shared;

/// <summary>What went wrong, what it means, and what to do; with a number for the log when it was our fault.</summary>
[AllowAnonymous]
public sealed class ProblemPage(ILogger<ProblemPage> log) : PageModel
{
    /// <summary>The status of the answer.</summary>
    [FromRoute] public int Status { get; set; }

    /// <summary>The number under which the log holds the details.</summary>
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <summary>The title and the advice.</summary>
    public (string Title, string Advice) Words => Status switch
    {
        400 => ("请求有误", "页面可能停留过久，请返回上一页，刷新后再提交"),
        403 => ("您没有这项权限", "这项内容由其他岗位办理；确需使用，请向本单位的安全管理员申请"),
        404 => ("没有找到", "地址有误，内容已移走，或者不在您的数据范围内"),
        409 => ("他人已先修改", "您的修改没有保存，请核对最新内容后再提交"),
        413 => ("文件过大", "请拆分或压缩后再上传"),
        429 => ("请求过于频繁", "请稍候再试"),
        >= 500 => ("系统出错", "没有保存任何内容。请稍后再试；仍不行时请告知管理员"),
        _ => ("未能办理", "请返回上一页再试"),
    };

    /// <summary>Shows it with the status it speaks of.</summary>
    public void OnGet()
    {
        if (Status is < 400 or > 599) Status = StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure)
            log.LogError(failure.Error, "Problem {Reference} at {Path}", Reference, failure.Path);
    }
}
