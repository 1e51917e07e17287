using Bridgehead.Features.Enterprises;

namespace Bridgehead.Tests.Features.Enterprises;

public sealed class MaskingAPerson
{
    [Theory]
    [InlineData("13812341234", "138****1234")]
    [InlineData("138-1234-1234", "138-****-1234")]
    [InlineData("0755-86543210", "075*-****3210")]
    [InlineData("13812341234、13900005678", "138****1234、139****5678")]
    [InlineData("8654321", "*****21")]
    [InlineData("转3012", "转3012")]
    [InlineData("", null)]
    public void Leaves_of_a_number_what_tells_it_apart(string phone, string? expected) => Assert.Equal(expected, Masked.Phone(phone));

    [Theory]
    [InlineData("王思远", "王**")]
    [InlineData("王远", "王*")]
    [InlineData("Hartmann", "H**")]
    [InlineData("王", "王*")]
    public void Leaves_of_a_name_its_beginning(string name, string expected) => Assert.Equal(expected, Masked.Name(name));

    [Fact]
    public void Leaves_of_a_mail_address_its_host() => Assert.Equal("w***@example.com", Masked.Email("wang@example.com"));
}
