using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Api;

[Trait("needs", "database")]
public sealed class TheDescription(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_dumped()
    {
        var http = (await app.SignedInAs("reviewer")).Http;
        var d = await Description.Of(http);
        await File.WriteAllTextAsync("/tmp/openapi.json", d.Document.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
