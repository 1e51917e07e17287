using System.Text.RegularExpressions;
using Bridgehead.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bridgehead.Tests.Architecture;

/// <summary>The rules of CONTRIBUTING.md that a program can check.</summary>
public sealed partial class TheSource
{
    private const int MostLines = 260;

    // the person who signs in is the framework's own user, so that its password and two-factor rules apply as they are
    private const string SignedInPerson = "Features/Access/AppUser.cs";

    [Fact]
    public void Keeps_its_files_short()
    {
        var files = Sources.Files(".cs", ".cshtml");
        Assert.True(files.Count > 150, $"only {files.Count} files found");
        None(files.Select(f => (File: f, Lines: Sources.Text(f).AsSpan().Count('\n'))).Where(f => f.Lines > MostLines).Select(f => $"{f.File}: {f.Lines} lines"));
    }

    [Fact]
    public void Keeps_the_framework_out_of_the_domain()
    {
        var domain = Sources.Files(".cs").Where(IsDomain).ToList();
        Assert.Contains("Features/Projects/Project.cs", domain);
        Assert.Contains("Features/Ledger/LedgerEntry.cs", domain);
        Assert.Contains("Foundation/Values/Money.cs", domain);
        None(domain.Where(f => f != SignedInPerson && Framework().IsMatch(Sources.Text(f))));
    }

    [Fact]
    public void Names_no_class_after_what_every_class_could_be()
    {
        var types = typeof(Site).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Bridgehead", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal)).ToList();
        Assert.True(types.Count > 200, $"only {types.Count} types found");
        None(types.Where(t => Vague().IsMatch(t.Name)).Select(t => t.FullName!));
    }

    [Fact]
    public void Says_of_every_page_who_may_open_it()
    {
        var pages = typeof(Site).Assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract).ToList();
        Assert.True(pages.Count > 8, $"only {pages.Count} pages found");
        None(pages.Where(t => !t.GetCustomAttributes(inherit: true).Any(a => a is IAuthorizeData or IAllowAnonymous)).Select(t => t.FullName!));
    }

    // the compiler's own doors lose what a query inherits
    [Fact]
    public void Makes_the_doors_of_inherited_queries_at_start()
    {
        var types = typeof(Site).Assembly.GetTypes().Where(t => t.IsClass).ToLookup(t => t.Name);
        var asked = Sources.Files(".cs").SelectMany(f => Query().Matches(Sources.Text(f)).Select(m => (File: f, Type: types[m.Groups["type"].Value].Single(), AtStart: m.Groups["made"].Success))).ToList();
        Assert.True(asked.Count > 30, $"only {asked.Count} queries found");
        Assert.Contains(asked, a => a.AtStart);
        None(asked.Where(a => a.Type.BaseType != typeof(object) && !a.AtStart).Select(a => $"{a.File}: {a.Type.Name}"));
    }

    [Fact]
    public void Leaves_nothing_half_done()
    {
        var files = Sources.Files(".cs", ".cshtml");
        Assert.NotEmpty(files);
        None(files.Where(f => Unfinished().IsMatch(Sources.Text(f))));
    }

    // recognition of vouchers, what a project declares, statements of the past, taking back, and the definitions derived from these: nothing else enters a figure
    [Fact]
    public void Enters_figures_in_no_other_way()
    {
        var files = Sources.Files(".cs").Where(f => !f.StartsWith("Features/Demo/", StringComparison.Ordinal) && !f.StartsWith("Migrations/", StringComparison.Ordinal)).ToList();
        string[] record = [.. files.Where(f => Regex.IsMatch(Sources.Text(f), @"\bRecordEntries\b")).Order(StringComparer.Ordinal)];
        Assert.Equal(
        [
            "Features/Funds/Recognition/RecordVoucher.cs", "Features/Imports/Kinds/CountProjects.cs", "Features/Imports/Kinds/FiguresImport.cs", "Features/Imports/Kinds/WriteFigures.cs", "Features/Imports/UndoImport.cs",
            "Features/Ledger/DefineIndicator.cs", "Features/Ledger/LedgerModule.cs", "Features/Ledger/RecordEntries.cs", "Features/Ledger/ReverseEntry.cs", "Features/Projects/CountProject.cs",
        ], record);
        Assert.Equal(["Features/Ledger/RecordEntries.cs"], files.Where(f => Regex.IsMatch(Sources.Text(f), @"new LedgerEntry\b|new\(\)\s*\{\s*EvidenceId|BulkInsert\.Into<LedgerEntry>|Set<LedgerEntry>\(\)[^;]*Execute(Update|Delete)")));
        Assert.Equal(["Features/Ledger/KeptSums.cs"], files.Where(f => Regex.IsMatch(Sources.Text(f), @"INTO ""Rollups""|Set<Rollup>\(\)[^;]*Execute(Update|Delete)")));
        Assert.Equal(["Features/Ledger/CloseMonth.cs"], files.Where(f => Sources.Text(f).Contains("new MonthClose(", StringComparison.Ordinal)));
    }

    // a thing of the trade: it stands on its own, an entity mapped by a table of the same name, or a value type
    private static bool IsDomain(string file) =>
        file.StartsWith("Foundation/Values/", StringComparison.Ordinal)
        || (file.StartsWith("Features/", StringComparison.Ordinal) && IsMapped(file));

    private static bool IsMapped(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return Mapped.Contains(name) && Regex.IsMatch(Sources.Text(file), $@"\b(class|record|struct|enum) {name}\b");
    }

    private static readonly HashSet<string> Mapped =
    [
        .. Sources.Files("Table.cs", "Tables.cs").SelectMany(f => Configured().Matches(Sources.Text(f))).Select(m => m.Groups[1].Value),
    ];

    private static void None(IEnumerable<string> wrong) => Assert.Empty(wrong);

    [GeneratedRegex("^using (static )?Microsoft\\.", RegexOptions.Multiline)]
    private static partial Regex Framework();

    [GeneratedRegex("(Manager|(?<!Tag)Helper|Service|Dto|Impl|Base)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b|^\s*#region", RegexOptions.Multiline)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<made>AtStart\.Made\([^;]{0,60})?\[AsParameters\] (?:\w+\.)*(?<type>\w+)", RegexOptions.RightToLeft)]
    private static partial Regex Query();

    [GeneratedRegex(@"IEntityTypeConfiguration<(\w+)>")]
    private static partial Regex Configured();
}
