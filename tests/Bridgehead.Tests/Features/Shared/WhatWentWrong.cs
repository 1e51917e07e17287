using System.Net;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Features.Shared;

[Trait("needs", "database")]
public sealed class WhatWentWrong(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_told_as_not_found_at_a_wrong_address()
    {
        var shown = await (await app.SignedInAs("clerk")).Open("/nowhere/at/all");
        Assert.Equal(HttpStatusCode.NotFound, shown.Status);
        Assert.Equal("没有找到", shown.Of("h1"));
        Assert.NotNull(shown.Document.QuerySelector("nav.side"));
    }

    [Fact]
    public async Task Is_told_as_not_allowed_where_the_role_lacks_the_right()
    {
        var shown = await (await app.SignedInAs("clerk")).Open("/audit");
        Assert.Equal(HttpStatusCode.Forbidden, shown.Status);
        Assert.Equal("您没有这项权限", shown.Of("h1"));
    }

    [Fact]
    public async Task Is_told_in_English_too()
    {
        var shown = await (await app.SignedInAs("clerk")).Open("/audit?lang=en");
        Assert.Equal("You do not have this right", shown.Of("h1"));
    }

    [Fact]
    public async Task Carries_a_reference_number_when_it_is_our_fault()
    {
        var shown = await (await app.SignedInAs("clerk")).Open("/problem/500");
        Assert.Equal(HttpStatusCode.InternalServerError, shown.Status);
        Assert.Matches("^[0-9A-Za-z:-]{8,}$", shown.Of(".reference"));
    }

    [Fact]
    public async Task Says_no_more_than_a_status_to_a_program()
    {
        var shown = await (await app.SignedInAs("audit-admin")).Open("/api/projects");
        Assert.Equal(HttpStatusCode.Forbidden, shown.Status);
        Assert.DoesNotContain("<html", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_form_stands_at_the_field_with_what_was_typed_kept()
    {
        var page = await (await app.SignedInAs("clerk")).Open("/style");
        var answer = await page.Submit("form.sheet-form", ("Input.Name", "精密机械"), ("Input.Amount", "100000001"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("精密机械", answer.Field("Input.Name"));
        Assert.Equal("100000001", answer.Field("Input.Amount"));
        var amount = answer.Document.QuerySelector("[name='Input.Amount']")!;
        Assert.Equal("true", amount.GetAttribute("aria-invalid"));
        var named = amount.GetAttribute("aria-describedby")!.Split(' ').Select(id => answer.Document.GetElementById(id)!.TextContent).ToList();
        Assert.Contains(named, t => t.Contains("不能超过1亿万元", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_form_was_carried_out_is_nothing_and_the_notice_says_what_was_done_once()
    {
        var visitor = await app.SignedInAs("clerk");
        var page = await visitor.Open("/style");
        var answer = await page.Submit("form.sheet-form", ("Input.Name", "精密机械"), ("Input.Amount", "100"));
        Assert.Equal("示例已提交：精密机械", answer.Of(".toast-line span"));
        Assert.Equal("", (await visitor.Open("/style")).Of(".toast-line span"));
    }
}
