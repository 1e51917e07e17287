using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace Bridgehead;

/// <summary>
/// What a form says about a field: in the language of the person, through <see cref="Words"/>. An attribute with a sentence of its own keeps it;
/// one without gets a short Chinese sentence, and so does whatever the framework would say in English.
/// </summary>
public sealed class FormWords : IValidationMetadataProvider, IStringLocalizer, IStringLocalizerFactory
{
    /// <inheritdoc />
    public LocalizedString this[string name] => new(name, Said[name]);

    /// <inheritdoc />
    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.InvariantCulture, Said[name], arguments));

    private static Words Said => new(new CurrentLanguage { Value = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "zh" });

    /// <summary>Makes pages say everything about fields through the words.</summary>
    public static void Register(IServiceCollection services)
    {
        var words = new FormWords();
        services.AddSingleton<IStringLocalizerFactory>(words);
        services.Configure<MvcDataAnnotationsLocalizationOptions>(o => o.DataAnnotationLocalizerProvider = (_, _) => words);
        services.PostConfigure<MvcOptions>(options =>
        {
            options.ModelMetadataDetailsProviders.Add(words);
            var binding = options.ModelBindingMessageProvider;
            binding.SetAttemptedValueIsInvalidAccessor((value, _) => Said.Say($"看不懂“{Quoted(value)}”，请重新填写"));
            binding.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Said.Say($"看不懂“{Quoted(value)}”，请重新填写"));
            binding.SetValueIsInvalidAccessor(value => Said.Say($"看不懂“{Quoted(value)}”，请重新填写"));
            binding.SetUnknownValueIsInvalidAccessor(_ => Said["填写的内容看不懂，请重新填写"]);
            binding.SetNonPropertyUnknownValueIsInvalidAccessor(() => Said["填写的内容看不懂，请重新填写"]);
            binding.SetValueMustBeANumberAccessor(_ => Said["请填写数字"]);
            binding.SetNonPropertyValueMustBeANumberAccessor(() => Said["请填写数字"]);
            binding.SetValueMustNotBeNullAccessor(_ => Said["请填写这一项"]);
            binding.SetMissingBindRequiredValueAccessor(_ => Said["请填写这一项"]);
            binding.SetMissingKeyOrValueAccessor(() => Said["请填写这一项"]);
            binding.SetMissingRequestBodyRequiredValueAccessor(() => Said["请填写这一项"]);
        });
    }

    /// <inheritdoc />
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is not null || attribute.ErrorMessageResourceName is not null) continue;
            attribute.ErrorMessage = Sentence(attribute);
        }
    }

    /// <inheritdoc />
    public IStringLocalizer Create(Type resourceSource) => this;

    /// <inheritdoc />
    public IStringLocalizer Create(string baseName, string location) => this;

    /// <inheritdoc />
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];

    /// <summary>What a rule says of a field, in the language of the person: its own sentence, or the short one for its kind.</summary>
    internal static string Say(ValidationAttribute rule, Words words)
    {
        var sentence = words[rule.ErrorMessage ?? Sentence(rule)];
        return rule switch
        {
            MaxLengthAttribute most => string.Format(CultureInfo.InvariantCulture, sentence, "", most.Length),
            RangeAttribute range => string.Format(CultureInfo.InvariantCulture, sentence, "", range.Minimum, range.Maximum),
            _ => sentence,
        };
    }

    private static string Sentence(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "请填写这一项",
        MaxLengthAttribute or StringLengthAttribute => "最多{1}个字",
        RangeAttribute => "应在{1}到{2}之间",
        _ => "填写的内容不合要求",
    };

    // what was typed is said back, but no more of it than fits a line
    private static string Quoted(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
