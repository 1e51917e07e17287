namespace Bridgehead.Features.Mail;

/// <summary>邮件: letters to people about what was made for them, at an address they have confirmed.</summary>
public static class MailModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(with => MailSettings.Read(with.GetRequiredService<IConfiguration>())).AddSingleton<SendLetters>().AddScoped<WriteLetter>().AddScoped<KeepAddress>();
}
