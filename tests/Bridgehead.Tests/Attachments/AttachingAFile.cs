using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Attachments;

[Trait("needs", "database")]
public sealed class AttachingAFile(TestApp app) : IClassFixture<TestApp>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");

    [Fact]
    public async Task Stores_the_same_content_once_and_gives_it_back_under_each_name()
    {
        var (clerk, project) = await Project();
        byte[] content = [.. Pdf, .. Guid.NewGuid().ToByteArray()];
        var first = await Attach(clerk, project, "投资协议.pdf", content);
        var second = await Attach(clerk, project, "协议（副本）.pdf", content);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(1, await app.Reading(db => db.Set<StoredFile>().CountAsync(f => f.Digest == digest)));
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(app.Folder, "files", digest[..2], digest[2..])));
        var got = await clerk.Http.GetAsync(first.Headers.Location);
        Assert.Equal(content, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", got.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("投资协议.pdf", got.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Is_out_of_reach_for_those_who_may_not_read_the_record()
    {
        var (clerk, project) = await Project();
        var attached = await Attach(clerk, project, "协议.pdf", Pdf);
        var other = await app.SignedInAs("other-district-clerk");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync(attached.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Attach(other, project, "协议.pdf", Pdf)).StatusCode);
        var leader = await app.SignedInAs("leader");
        Assert.Equal(HttpStatusCode.OK, (await leader.Http.GetAsync(attached.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Attach(leader, project, "协议.pdf", Pdf)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Http.GetAsync(new Uri($"/api/attachments?kind=secret&record={project}", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("页面.html", "<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("图.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("图.xml", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("程序.exe", "MZ\u0090")]
    [InlineData("程序.pdf", "MZ\u0090")]
    [InlineData("脚本.txt", "#!/bin/sh\nrm -rf /")]
    [InlineData("协议.docx", "%PDF-1.4\n")]
    [InlineData("协议", "%PDF-1.4\n")]
    [InlineData("空.txt", "")]
    public async Task Is_refused_for_what_can_run_or_is_not_what_its_name_says(string name, string content)
    {
        var (clerk, project) = await Project();
        var answer = await Attach(clerk, project, name, Encoding.Latin1.GetBytes(content));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal(0, await app.Reading(db => db.Set<Attachment>().CountAsync(a => a.RecordId == project)));
        Assert.Empty(Directory.GetFiles(Path.Combine(app.Folder, "files", "incoming")));
    }

    [Fact]
    public async Task Is_refused_beyond_50_MB_and_leaves_nothing()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<AttachmentStore>();
        await using var large = new MemoryStream(new byte[AttachmentStore.Largest + 1]);
        var refused = await Assert.ThrowsAsync<Refusal>(() => store.Keep(large, "大.txt", DateTime.UtcNow));
        Assert.Contains("50MB", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(app.Folder, "files", "incoming")));
    }

    [Fact]
    public async Task A_file_without_a_row_is_reported_and_swept_and_a_damaged_one_is_named()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (store, verify) = (scope.ServiceProvider.GetRequiredService<AttachmentStore>(), scope.ServiceProvider.GetRequiredService<VerifyFiles>());
        await using var content = new MemoryStream([.. Pdf, .. Guid.NewGuid().ToByteArray()]);
        var orphan = store.PathOf((await store.Keep(content, "孤儿.pdf", DateTime.UtcNow)).Digest);
        Assert.Empty(await verify.Run());
        File.SetLastWriteTimeUtc(orphan, DateTime.UtcNow.AddHours(-1));
        Assert.Single(await verify.Run());
        Assert.Equal(1, await verify.Sweep());
        Assert.False(File.Exists(orphan));
        Assert.Empty(await verify.Run());

        var (clerk, project) = await Project();
        byte[] kept = [.. Pdf, .. Guid.NewGuid().ToByteArray()];
        await Attach(clerk, project, "协议.pdf", kept);
        var digest = Convert.ToHexStringLower(SHA256.HashData(kept));
        kept[10] ^= 1;
        await File.WriteAllBytesAsync(store.PathOf(digest), kept);
        Assert.Contains(digest, Assert.Single(await verify.Run()).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        File.Delete(store.PathOf(digest));
        Assert.Contains("缺失", Assert.Single(await verify.Run()).Format, StringComparison.Ordinal);
        kept[10] ^= 1;
        await File.WriteAllBytesAsync(store.PathOf(digest), kept);
    }

    private async Task<(Visitor Clerk, Guid Project)> Project()
    {
        var id = Guid.Empty;
        await app.Inside(async services =>
        {
            var east = await services.GetRequiredService<BridgeheadDb>().Set<Unit>().SingleAsync(u => u.Code == "east");
            var project = await services.GetRequiredService<OpenProject>().Run(new ProjectInput { Name = "项目" + Guid.NewGuid().ToString("N")[..8], UnitId = east.Id }.Facts(), Stage.Called("lead")!, default);
            id = project.Id;
        });
        return (await app.SignedInAs("district-clerk"), id);
    }

    private static async Task<HttpResponseMessage> Attach(Visitor visitor, Guid project, string name, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/attachments?kind=project&record={project}");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var part = new ByteArrayContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "f", FileNameStar = name };
        request.Content = new MultipartFormDataContent { part };
        return await visitor.Http.SendAsync(request);
    }
}
