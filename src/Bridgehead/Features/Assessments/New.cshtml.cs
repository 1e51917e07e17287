using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Bridgehead.Features.Assessments;

/// <summary>Begins an assessment by a scheme.</summary>
[Authorize(Permission.RunAssessments)]
public sealed class NewPage(FindAssessments find, RunAssessment run, UnitOfWork work, Words words) : Screen
{
    /// <summary>The scheme's code.</summary>
    [FromQuery] public string? Scheme { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public AssessmentInput Input { get; set; } = new();

    /// <summary>The schemes to choose from.</summary>
    public IReadOnlyList<SelectListItem> Schemes { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await find.MayRun(Cancel)) return false;
        Schemes = [.. (await find.Schemes(Cancel)).Select(s => new SelectListItem(words[s.Name], s.Code))];
        return true;
    }

    /// <summary>Shows the form for the year so far.</summary>
    public void OnGet() => Input = new AssessmentInput { Scheme = Scheme ?? "", Name = words.Say($"{find.Today.Year}年招商引资考核"), FromMonth = Months.Text(find.Today.Year * 100 + 1), ToMonth = Months.Text(Months.Of(find.Today)), AsOf = find.Today };

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPost()
    {
        var assessment = await run.Begin(Input, Cancel);
        work.Subject = assessment.Id;
        this.Notice($"已开始，请填报需要手工填的数，填齐后冻结");
        return LocalRedirect($"/assessments/{assessment.Id}");
    }
}
