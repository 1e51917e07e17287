using System.Globalization;

namespace Bridgehead;

/// <summary>The version of a record as the API's ETag, and the If-Match a change must state.</summary>
public static class VersionTag
{
    /// <summary>A version as a tag: "3" in quotes.</summary>
    public static string Of(long version) => "\"" + version.ToString(CultureInfo.InvariantCulture) + "\"";

    /// <summary>Answers a read with its tag.</summary>
    public static void Show(HttpContext context, long version) => context.Response.Headers.ETag = Of(version);

    /// <summary>The version the client changes; refused with 428 when it states none.</summary>
    /// <exception cref="BadHttpRequestException">No If-Match, or not one version.</exception>
    public static long Expected(HttpContext context)
    {
        var tag = context.Request.Headers.IfMatch.ToString().Trim();
        return long.TryParse(tag.TrimStart('W', '/').Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new BadHttpRequestException("If-Match", StatusCodes.Status428PreconditionRequired);
    }

    /// <summary>Makes the next save conditional on the version the person read, whatever was loaded since.</summary>
    public static void ReadAt(this BridgeheadDb db, IVersioned thing, long version) =>
        db.Entry(thing).Property(nameof(IVersioned.Version)).OriginalValue = version;

    /// <summary>As <see cref="ReadAt"/>, and found out at once where the record has moved on already: before any rule judges what nobody saw.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody else was faster.</exception>
    public static async Task ReadAtOnce(this BridgeheadDb db, IVersioned thing, long version, CancellationToken cancel = default)
    {
        var stale = thing.Version != version;
        db.ReadAt(thing, version);
        if (!stale) return;
        db.Entry(thing).State = Microsoft.EntityFrameworkCore.EntityState.Modified;
        db.ReadAt(thing, version);
        await db.SaveChangesAsync(cancel);
    }
}
