using System.Collections.Concurrent;
using System.Reflection;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Bridgehead.Features.Manual;

/// <summary>A heading of a chapter, to jump to.</summary>
/// <param name="Id">Its mark in the address.</param>
/// <param name="Text">Its words.</param>
public sealed record Heading(string Id, string Text);

/// <summary>A chapter as it is shown.</summary>
/// <param name="Title">Its title, in Chinese.</param>
/// <param name="Headings">Its parts.</param>
/// <param name="Body">Its text, without the title.</param>
public sealed record ChapterText(string Title, IReadOnlyList<Heading> Headings, IHtmlContent Body);

/// <summary>The user manual as it ships with the program: the files of docs/manual, made into pages once.</summary>
public sealed class ManualText
{
    private static readonly MarkdownPipeline Rules = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub).DisableHtml().Build();
    private readonly ConcurrentDictionary<string, ChapterText> made = new();

    /// <summary>A chapter's text.</summary>
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public ChapterText Of(Chapter chapter) => made.GetOrAdd(chapter.File, file => Make(Written(file)));

    /// <summary>A chapter as it was written.</summary>
    internal static string Written(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Manual.{file}.md") ?? throw new InvalidOperationException($"The manual has no chapter {file}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ChapterText Make(string written)
    {
        // marks a program puts into the source between comments are not the reader's business
        var lines = written.Split('\n').Where(line => !line.StartsWith("<!--", StringComparison.Ordinal));
        var document = Markdown.Parse(string.Join('\n', lines), Rules);
        var title = document.OfType<HeadingBlock>().First(h => h.Level == 1);
        document.Remove(title);
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.Url?.EndsWith(".md", StringComparison.Ordinal) == true))
            link.Url = "/manual/" + Uri.EscapeDataString(Uri.UnescapeDataString(link.Url![..^3]));
        foreach (var table in document.Descendants<Markdig.Extensions.Tables.Table>()) table.GetAttributes().AddClass("table");
        var headings = document.OfType<HeadingBlock>().Where(h => h.Level == 2).Select(h => new Heading(h.GetAttributes().Id ?? "", Words(h))).ToList();
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Rules.Setup(renderer);
        // a wide table scrolls in its own box, not the page
        renderer.ObjectRenderers.TryRemove<Markdig.Extensions.Tables.HtmlTableRenderer>();
        renderer.ObjectRenderers.Add(new BoxedTables());
        renderer.Render(document);
        return new ChapterText(Words(title), headings, new HtmlString(text.ToString()));
    }

    private static string Words(HeadingBlock heading) => string.Concat(heading.Inline!.Descendants<LiteralInline>().Select(l => l.Content.ToString()));

    private sealed class BoxedTables : Markdig.Extensions.Tables.HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Markdig.Extensions.Tables.Table table)
        {
            renderer.Write("<div class=\"table-responsive\" tabindex=\"0\">");
            base.Write(renderer, table);
            renderer.Write("</div>");
        }
    }
}
