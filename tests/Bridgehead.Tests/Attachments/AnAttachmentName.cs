namespace Bridgehead.Tests.Attachments;

public sealed class AnAttachmentName
{
    [Theory]
    [InlineData("投资协议.pdf", "投资协议.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\system32\\协议.docx", "协议.docx")]
    [InlineData("协议.pdf\0.exe", "协议.pdf.exe")]
    [InlineData("协\u202Efdp.exe", "协fdp.exe")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf")]
    [InlineData("...", "附件")]
    [InlineData("", "附件")]
    [InlineData("/", "附件")]
    public void Is_never_a_path_nor_a_trick(string given, string shown) => Assert.Equal(shown, AttachmentName.Clean(given));

    [Fact]
    public void Is_cut_before_its_suffix_when_it_is_too_long()
    {
        var shown = AttachmentName.Clean(new string('长', 100) + string.Concat(Enumerable.Repeat("𠀀", 100)) + ".docx");
        Assert.InRange(shown.Length, AttachmentName.Longest - 1, AttachmentName.Longest);
        Assert.EndsWith(".docx", shown, StringComparison.Ordinal);
        Assert.True(shown.IsNormalized());
    }
}
