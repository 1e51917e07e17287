using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Manual;

/// <summary>A chapter of the manual, with what comes before and after it.</summary>
[Authorize(Permission.SignedIn)]
public sealed class ReadPage(ManualText manual) : Screen
{
    /// <summary>Which chapter.</summary>
    [BindProperty(SupportsGet = true), MaxLength(40)] public string Name { get; set; } = "";

    /// <summary>The chapter.</summary>
    public Chapter Chapter { get; private set; } = null!;
    /// <summary>Its text.</summary>
    public ChapterText Text { get; private set; } = null!;
    /// <summary>The chapter before.</summary>
    public Chapter? Before { get; private set; }
    /// <summary>The chapter after.</summary>
    public Chapter? After { get; private set; }

    /// <inheritdoc />
    public override Task<bool> Load()
    {
        var at = Chapter.All.ToList().FindIndex(c => c.File == Name);
        if (at < 0) return Task.FromResult(false);
        (Chapter, Text) = (Chapter.All[at], manual.Of(Chapter.All[at]));
        (Before, After) = (Chapter.All.ElementAtOrDefault(at - 1), Chapter.All.ElementAtOrDefault(at + 1));
        return Task.FromResult(true);
    }

    /// <summary>A chapter's title as the reader's language has it.</summary>
    public string Title(Chapter chapter, Words words) => words.IsEnglish ? chapter.English : manual.Of(chapter).Title;
}
