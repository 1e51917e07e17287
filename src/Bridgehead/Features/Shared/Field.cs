using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bridgehead.Features.Shared;

/// <summary>
/// One field of a form: label, control, unit inside it, help under it, the error at its place, what was typed kept.
/// <c>&lt;bh-field for="Input.Amount" label="协议投资额" unit="万元" hint="…" /&gt;</c>; a select by <c>items</c>, a text area by <c>rows</c>, another
/// control as its content.
/// </summary>
[HtmlTargetElement("bh-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The property.</summary>
    public ModelExpression For { get; set; } = null!;
    /// <summary>The label in the person's language.</summary>
    public string Label { get; set; } = "";
    /// <summary>Help under the control: what is asked for, by which rule.</summary>
    public string? Hint { get; set; }
    /// <summary>The unit of what is typed, in the person's language.</summary>
    public string? Unit { get; set; }
    /// <summary>An example inside the empty control.</summary>
    public string? Placeholder { get; set; }
    /// <summary>Whether it must be filled; also when the property says so.</summary>
    public bool Required { get; set; }
    /// <summary>Choices; makes it a select.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }
    /// <summary>Lines; makes it a text area.</summary>
    public int? Rows { get; set; }
    /// <summary>The type of the input when it is not the property's own.</summary>
    public string? Type { get; set; }

    /// <summary>The page.</summary>
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    private string Id => TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), "_");

    private bool Wrong => ViewContext.ModelState.TryGetValue(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), out var entry)
        && entry.ValidationState == ModelValidationState.Invalid;

    private bool MustFill => Required || For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any();

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var own = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var label = generator.GenerateLabel(ViewContext, For.ModelExplorer, For.Name, Label, null);
        if (MustFill) label.InnerHtml.AppendHtml($" <span class=\"required\" aria-hidden=\"true\">*</span>");
        output.Content.AppendHtml(label);
        if (!own.IsEmptyOrWhiteSpace) output.Content.AppendHtml(own);
        else if (Unit is not null) output.Content.AppendHtml(Within(Control()));
        else output.Content.AppendHtml(Control());
        if (Hint is not null)
        {
            var hint = new TagBuilder("span") { Attributes = { ["class"] = "hint", ["id"] = Id + "-hint" } };
            hint.InnerHtml.Append(Hint);
            output.Content.AppendHtml(hint);
        }
        var error = generator.GenerateValidationMessage(ViewContext, For.ModelExplorer, For.Name, null, "span", null);
        error.AddCssClass("error");
        error.Attributes["id"] = Id + "-error";
        output.Content.AppendHtml(error);
    }

    private TagBuilder Control()
    {
        var attributes = Attributes();
        if (Items is not null)
        {
            attributes["class"] = "form-select";
            return generator.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Items, allowMultiple: false, attributes);
        }
        attributes["class"] = "form-control";
        if (Rows is { } rows) return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, rows, 0, attributes);
        attributes["type"] = Type ?? TypeOf(For.Metadata.UnderlyingOrModelType);
        if (For.Metadata.UnderlyingOrModelType == typeof(decimal) || Unit is not null) attributes["inputmode"] = "decimal";
        return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, Format(), attributes);
    }

    private Dictionary<string, object?> Attributes()
    {
        var attributes = new Dictionary<string, object?> { ["aria-describedby"] = (Hint is null ? "" : Id + "-hint ") + Id + "-error" };
        if (Wrong) attributes["aria-invalid"] = "true";
        if (MustFill) attributes["required"] = "required";
        if (Placeholder is not null) attributes["placeholder"] = Placeholder;
        var longest = For.Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength
            ?? For.Metadata.ValidatorMetadata.OfType<MaxLengthAttribute>().FirstOrDefault()?.Length;
        if (longest is { } length) attributes["maxlength"] = length.ToString(CultureInfo.InvariantCulture);
        return attributes;
    }

    private TagBuilder Within(TagBuilder control)
    {
        var box = new TagBuilder("div") { Attributes = { ["class"] = "within" } };
        var unit = new TagBuilder("span") { Attributes = { ["class"] = "unit" } };
        unit.InnerHtml.Append(Unit!);
        box.InnerHtml.AppendHtml(control).AppendHtml(unit);
        return box;
    }

    private string? Format() => TypeOf(For.Metadata.UnderlyingOrModelType) == "date" ? "{0:yyyy-MM-dd}" : null;

    private static string TypeOf(Type type) => type == typeof(DateOnly) || type == typeof(DateTime) ? "date" : "text";
}
