using Bridgehead.Features.Enterprises;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Foundation;

/// <summary>The one search box, over what is stored: the same answers on both databases.</summary>
[Trait("needs", "database")]
public sealed class SearchingTheIndex(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    [Theory]
    [InlineData("泰", "深圳中泰智能有限公司")]
    [InlineData("泰智", "深圳中泰智能有限公司")]
    [InlineData("ztzn", "深圳中泰智能有限公司")]
    [InlineData("zhongtaizhi", "深圳中泰智能有限公司")]
    [InlineData("5678", "深圳中泰智能有限公司")]
    [InlineData("138-1234-5678", "深圳中泰智能有限公司")]
    [InlineData("13812", "深圳中泰智能有限公司")]
    [InlineData("MA6C8ABC1", "深圳中泰智能有限公司")]
    [InlineData("中泰 5678", "深圳中泰智能有限公司")]
    [InlineData("cq银行", "重庆银行股份有限公司")]
    [InlineData("重庆 银行", "重庆银行股份有限公司")]
    [InlineData("2301", "重庆银行股份有限公司")]
    [InlineData("4-230", null)]
    [InlineData("9999", null)]
    [InlineData("〈8765", null)]
    public async Task Finds_what_is_meant_and_nothing_else(string typed, string? expected)
    {
        IReadOnlyList<string> found = [];
        await app.Inside(async services => found = [.. (await services.GetRequiredService<SearchIndex>().Find(typed, "enterprise")).Select(e => e.Title)]);
        Assert.Equal(expected is null ? [] : [expected], found);
    }

    [Fact]
    public async Task Forgets_what_was_thrown_away_and_verifies()
    {
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var one = new Enterprise("将被移除的企业", new EnterpriseFacts());
            db.Add(one);
            await db.SaveChangesAsync();
            one.ThrowAway(DateTime.UtcNow);
            await db.SaveChangesAsync();
            Assert.Empty(await services.GetRequiredService<SearchIndex>().Find("将被移除", "enterprise"));
            Assert.Empty(await services.GetRequiredService<VerifySearch>().Run());
        });
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (await app.Reading(db => db.Set<Enterprise>().AnyAsync())) return;
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            db.Add(new Enterprise("深圳中泰智能有限公司", new EnterpriseFacts { CreditCode = CreditCode.Create("91510100MA6C8ABC1" + Check("91510100MA6C8ABC1")), Phone = "138-1234-5678" }));
            db.Add(new Enterprise("重庆银行股份有限公司", new EnterpriseFacts { Phone = "023-6234 2301" }));
            await db.SaveChangesAsync();
        });
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The check character of GB 32100-2015, computed here by the standard's formula.</summary>
    private static char Check(string seventeen)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        return alphabet[(31 - seventeen.Select((c, i) => alphabet.IndexOf(c) * weights[i]).Sum() % 31) % 31];
    }
}
