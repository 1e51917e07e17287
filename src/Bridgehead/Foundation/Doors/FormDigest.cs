using System.Security.Cryptography;
using System.Text;

namespace Bridgehead;

/// <summary>A digest of what a form sent, without its anti-forgery token and its passwords: fields in order, files by content.</summary>
internal static class FormDigest
{
    public static async Task<string> Of(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        using var content = new MemoryStream();
        await using (var text = new StreamWriter(content, new UTF8Encoding(false), leaveOpen: true))
        {
            foreach (var (name, values) in form.OrderBy(f => f.Key, StringComparer.Ordinal))
                if (name is not "__RequestVerificationToken" and not "_once" && !name.Contains("Password", StringComparison.OrdinalIgnoreCase))
                    await text.WriteAsync($"{name}\0{string.Join('\u0001', values.ToArray())}\0");
            foreach (var file in form.Files.OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                await using var stream = file.OpenReadStream();
                var hash = await SHA256.HashDataAsync(stream, request.HttpContext.RequestAborted);
                await text.WriteAsync($"{file.Name}\0{Convert.ToHexStringLower(hash)}\0");
            }
        }
        return Idempotency.Digest(request.Method, request.Path + request.QueryString, content.ToArray());
    }
}
