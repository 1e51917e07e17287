using System.CommandLine;
using System.Globalization;
using System.Text;
using Bridgehead.Features.Funds.Checking;
using Bridgehead.Features.Funds.Reading;

namespace Bridgehead.Commands;

/// <summary>Reads a voucher's file and says what stands in it; nothing is stored.</summary>
internal static class VoucherVerb
{
    private static readonly Argument<string> File = new("file") { Description = "数电票XML、OFD、PDF，或存有二维码内容的文本 / XML, OFD, PDF, or the text of the code" };

    public static Command Verb()
    {
        var read = new Command("read", "读取一张凭证 / read one voucher") { File };
        read.SetAction((parsed, _) => Session.Before(parsed, (_, words, _) => Task.FromResult(Read(parsed.GetRequiredValue(File), words))));
        return new Command("voucher", "凭证 / vouchers") { read };
    }

    private static Answer Read(string path, Words words)
    {
        Refusal.Unless(System.IO.File.Exists(path), $"找不到文件“{path}”");
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var r = ReadVoucher.Of(file, Path.GetFileName(path));
        Refusal.When(r.Values.Count == 0, $"没有从文件中读出凭证内容；图片和扫描件请在页面上传后对照填写");
        var checks = DocumentChecks.Of(r).Select(c => new { code = c.Code.Code(), sentence = words.Say(c.Sentence), stops = c.Stops }).ToList();
        return new Answer(
            new
            {
                kind = ReasonCodes.Kebab(r.Kind.ToString()), code = r[ReadField.Code], number = r[ReadField.Number], date = r[ReadField.Date],
                buyer = r[ReadField.Buyer], buyer_id = r[ReadField.BuyerId], seller = r[ReadField.Seller], seller_id = r[ReadField.SellerId],
                net = r[ReadField.Net], tax = r[ReadField.Tax], gross = r[ReadField.Gross], check = r[ReadField.CheckCode],
                lines = r.Lines.Select(l => new
                {
                    name = l.Name, specification = l.Specification, unit = l.Measure, quantity = l.Quantity, price = l.Price, rate = l.Rate,
                    amount = l.Amount is { } amount ? ReadText.Plain(amount) : null, tax = l.Tax is { } tax ? ReadText.Plain(tax) : null,
                }).ToList(),
                sources = r.Values.ToDictionary(v => Key(v.Field), v => ReasonCodes.Kebab(v.From.ToString())),
                checks, sha256 = ReadVoucher.Digest(file),
            },
            Text(r, words, [.. checks.Select(c => c.sentence)]));
    }

    private static string Key(ReadField field) => field switch
    {
        ReadField.BuyerId => "buyer_id",
        ReadField.SellerId => "seller_id",
        ReadField.InWords => "in_words",
        ReadField.CheckCode => "check",
        _ => ReasonCodes.Kebab(field.ToString()),
    };

    private static string Text(VoucherReading r, Words words, List<string> checks)
    {
        var text = new StringBuilder(words.Of(r.Kind));
        foreach (var value in r.Values) text.Append(CultureInfo.InvariantCulture, $"\n{words.Of(value.Field)}\t{value.Text}\t{words.Of(value.From)}");
        foreach (var line in r.Lines) text.Append(CultureInfo.InvariantCulture, $"\n  {line.Name}\t{line.Quantity}\t{line.Amount}\t{line.Rate}");
        foreach (var check in checks) text.Append("\n! ").Append(check);
        return text.ToString();
    }
}
