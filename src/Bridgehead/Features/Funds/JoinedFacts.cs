using Bridgehead.Features.Funds.Reading;

namespace Bridgehead.Features.Funds;

/// <summary>What a voucher states once another file of its document was read: the more trusted file corrects what a file gave before and fills what was empty; what a person typed or corrected stays.</summary>
internal static class JoinedFacts
{
    /// <summary>The facts, and what a person stated that the files say differently.</summary>
    /// <param name="voucher">The voucher as it stands.</param>
    /// <param name="before">What had been read until now.</param>
    /// <param name="after">What both files give together.</param>
    public static (VoucherFacts Facts, IReadOnlyList<ReadValue> Typed) Of(Voucher voucher, KeptReading before, KeptReading after)
    {
        var (now, was, then) = (VoucherInput.Of(voucher).Facts(), VoucherInput.Of(before, voucher.Kind).Facts(), VoucherInput.Of(after, voucher.Kind).Facts());
        var typed = new List<ReadValue>();
        return (now with
        {
            Code = Text(ReadField.Code, f => f.Code), Number = Text(ReadField.Number, f => f.Number), IssuedOn = Take(ReadField.Date, f => f.IssuedOn, d => ReadText.Plain(d!.Value)),
            Buyer = Text(ReadField.Buyer, f => ReadText.Party(f.Buyer)), BuyerId = Text(ReadField.BuyerId, f => f.BuyerId), Seller = Text(ReadField.Seller, f => ReadText.Party(f.Seller)), SellerId = Text(ReadField.SellerId, f => f.SellerId),
            Net = Take(ReadField.Net, f => f.Net, Yuan), Tax = Take(ReadField.Tax, f => f.Tax, Yuan), Gross = Take(ReadField.Gross, f => f.Gross, Yuan),
            InWords = Text(ReadField.InWords, f => f.InWords), Original = Text(ReadField.Original, f => f.Original), Remark = Text(ReadField.Remark, f => f.Remark),
        }, typed);

        string? Text(ReadField field, Func<VoucherFacts, string?> of) => Take(field, f => string.IsNullOrWhiteSpace(of(f)) ? null : of(f), text => text!);

        T Take<T>(ReadField field, Func<VoucherFacts, T> of, Func<T, string> plain)
        {
            var (stated, read, better) = (of(now), of(was), of(then));
            if (better is null) return stated;
            if (before.Corrections.All(c => c.Field != field) && (stated is null || EqualityComparer<T>.Default.Equals(stated, read))) return better;
            if (stated is not null && new ReadValue(field, plain(stated), ReadFrom.Person) is var own && !own.Says(plain(better))) typed.Add(own);
            return stated;
        }

        static string Yuan(Money? amount) => ReadText.Plain(amount!.Value);
    }
}
