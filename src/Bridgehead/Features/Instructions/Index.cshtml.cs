using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Instructions;

/// <summary>The instructions: what I have to answer, what I wrote, everything in scope. What is overdue stands out.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class IndexPage(FindInstructions find, DescribeInstructions describe, Asker asker) : Screen
{
    /// <summary>Which ones.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public InstructionQuery Query { get; set; } = new();

    /// <summary>The page of the list.</summary>
    public IReadOnlyList<InstructionRow> Rows { get; private set; } = [];
    /// <summary>Where the next page is.</summary>
    public string? Next { get; private set; }
    /// <summary>Today in the city.</summary>
    public DateOnly Today => find.Today;
    /// <summary>The lists the asker has.</summary>
    public IEnumerable<InstructionList> Lists => Enum.GetValues<InstructionList>()
        .Where(l => l == InstructionList.All || asker.May(l == InstructionList.Given ? Permission.GiveInstructions : Permission.AnswerInstructions));

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Query.List ??= Lists.First();
        (var rows, Next) = await find.Page(Query, Cancel);
        Rows = await describe.Run(rows, Cancel);
        return true;
    }

    /// <summary>The same list with something else.</summary>
    public string With(InstructionList? list = null, string? state = null, bool? overdue = null, string? after = null)
    {
        var parts = new List<string> { "list=" + (list ?? Query.List) };
        if ((state ?? Query.State?.ToString()) is { Length: > 0 } s) parts.Add("state=" + s);
        if ((overdue ?? Query.Overdue) == true) parts.Add("overdue=true");
        if (after is not null) parts.Add("after=" + after);
        return "/instructions?" + string.Join('&', parts);
    }

    /// <summary>How a state looks.</summary>
    public static string Tone(Instruction instruction, DateOnly today) => instruction.IsOverdue(today) ? "bad" : instruction.State switch
    {
        InstructionState.Closed => "good",
        InstructionState.Answered => "plan",
        InstructionState.Returned => "warn",
        _ => "",
    };
}
