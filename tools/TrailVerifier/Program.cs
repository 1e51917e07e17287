using TrailVerifier;

if (args is not ([_] or [_, "--head", _]) || args[0].StartsWith("--", StringComparison.Ordinal))
{
    Console.Error.WriteLine("verify-trail EXPORT.jsonl [--head sha256:…]   proves an exported audit trail; --head is the hash of its last entry, kept elsewhere");
    return 2;
}
if (!File.Exists(args[0]))
{
    Console.Error.WriteLine($"{args[0]}: no such file");
    return 2;
}
using var file = File.OpenText(args[0]);
var proof = TrailFile.Prove(file, args.Length == 3 ? args[2] : null);
Console.WriteLine(proof.Wrong is { } wrong ? $"BROKEN at entry {proof.Entries + 1}: {wrong}" : $"OK {proof.Entries} entries, head {proof.Hash}");
return proof.Wrong is null ? 0 : 1;
