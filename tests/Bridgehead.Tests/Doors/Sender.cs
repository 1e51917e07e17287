using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Doors;

/// <summary>Somebody who sends: signed in for the pages, with a token for the API.</summary>
internal sealed class Sender(Visitor visitor, string formToken)
{
    /// <summary>A persona, or "anonymous".</summary>
    public static async Task<Sender> Of(TestApp app, string persona)
    {
        var visitor = persona == "anonymous" ? app.Visitor() : await app.SignedInAs(persona);
        var page = await visitor.Open(persona == "anonymous" ? "/access/sign-in" : "/access/account");
        return new Sender(visitor, page.Field("__RequestVerificationToken"));
    }

    /// <summary>Sends a request.</summary>
    public Task<HttpResponseMessage> Send(Sending sending, string? key, CancellationToken cancel = default) => sending.By(visitor, key, formToken, cancel);

    /// <summary>Sends a request under a key of its own.</summary>
    public Task<HttpResponseMessage> Send(Sending sending) => Send(sending, Guid.NewGuid().ToString("N"));
}
