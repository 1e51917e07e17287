using System.Text;
using Bridgehead.Features.Access;

namespace Bridgehead.Tests.Access;

/// <summary>Against the vectors of RFC 6238 appendix B (SHA-1) and RFC 4648 section 10.</summary>
public sealed class AOneTimeCode
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Is_the_published_one(long seconds, string code)
    {
        Assert.Equal(code, OneTimeCode.Of(Secret, seconds / 30, digits: 8));
        Assert.Equal(code[2..], OneTimeCode.Of(Secret, seconds / 30));
    }

    [Fact]
    public void Is_known_one_step_early_or_late_and_no_further()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111109);
        Assert.Equal(37037036, OneTimeCode.StepOf(Secret, "081 804", now));
        Assert.Equal(37037036, OneTimeCode.StepOf(Secret, "081804", now.AddSeconds(30)));
        Assert.Null(OneTimeCode.StepOf(Secret, "081804", now.AddSeconds(61)));
        Assert.Null(OneTimeCode.StepOf(Secret, "081805", now));
    }

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Has_its_secret_in_base_32(string text, string encoded) => Assert.Equal(encoded, OneTimeCode.Base32(Encoding.ASCII.GetBytes(text)));
}
