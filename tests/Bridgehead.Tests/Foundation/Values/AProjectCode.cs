namespace Bridgehead.Tests.Foundation.Values;

public sealed class AProjectCode
{
    [Theory]
    [InlineData("2203-511402-04-01-123456")]
    [InlineData(" 2203—511402—04—01—123456 ")]
    [InlineData("22035114020401123456")]
    [InlineData("２２０３-５１１４０２-０４-０１-１２３４５６")]
    public void Is_read_however_it_is_joined(string text) => Assert.Equal("2203-511402-04-01-123456", ProjectCode.Create(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("2213-511402-04-01-123456")]
    [InlineData("2203-511402-04-01-12345")]
    [InlineData("2203-51140A-04-01-123456")]
    [InlineData("\ud800")]
    public void Is_not_read_from_what_is_none(string? text) => Assert.False(ProjectCode.TryRead(text, out _));
}
