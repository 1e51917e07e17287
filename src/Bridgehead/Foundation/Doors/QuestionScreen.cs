using Microsoft.AspNetCore.Mvc;

namespace Bridgehead;

/// <summary>A page that answers a question kept in its address. A question that cannot be answered is a 422, with the sentence on the page and the question as it was asked.</summary>
public abstract class QuestionScreen : Screen
{
    /// <summary>Why it could not be answered; null when it was, or when nothing was asked.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>Shows the answer, or why there is none.</summary>
    public IActionResult OnGet()
    {
        if (Refused is not null) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Asks, or keeps the refusal. True, so that a page can end its loading with it.</summary>
    protected async Task<bool> Ask(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Refusal refusal)
        {
            Refused = refusal;
        }
        return true;
    }
}
