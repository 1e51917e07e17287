using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Bridgehead;

/// <summary>Checks the shape of what a program sends, before anything is done with it: the annotations of the input class, states that exist, text without control characters.</summary>
internal static class ApiInput
{
    /// <summary>What is wrong, by field; empty when nothing is.</summary>
    public static Dictionary<string, string[]> Wrong(EndpointFilterInvocationContext context, Words words)
    {
        var wrong = new List<(string Field, string Why)>();
        foreach (var (name, value) in context.HttpContext.Request.Query.Select(q => (q.Key, q.Value.ToString()))
            .Concat(context.HttpContext.Request.RouteValues.Select(r => (r.Key, r.Value?.ToString() ?? ""))))
            if (HasControls(value)) wrong.Add((Quoted(name), words["不能含有控制字符"]));
        foreach (var argument in context.Arguments)
            if (argument is not null && argument.GetType() is { IsEnum: false } type && type.Assembly == typeof(ApiInput).Assembly && IsInput(type)) Check(argument, type, words, wrong);
            else if (argument is Enum state && !Enum.IsDefined(state.GetType(), state)) wrong.Add((state.GetType().Name, words["没有这个选项"]));
        return wrong.GroupBy(w => w.Field).ToDictionary(g => g.Key, g => g.Select(w => w.Why).Distinct().ToArray());
    }

    /// <summary>The name of a field as it stands in JSON.</summary>
    public static string Field(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    // what is typed ends in Input, Query or Filter; use cases, the database and the asker stand beside it
    private static bool IsInput(Type type) =>
        type.Name.EndsWith("Input", StringComparison.Ordinal) || type.Name.EndsWith("Query", StringComparison.Ordinal) || type.Name.EndsWith("Filter", StringComparison.Ordinal);

    private static void Check(object input, Type type, Words words, List<(string, string)> wrong)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0))
        {
            var (name, value) = (Field(property.Name), property.GetValue(input));
            if (value is string text && HasControls(text)) wrong.Add((name, words["不能含有控制字符"]));
            if (value is Enum state && !Enum.IsDefined(state.GetType(), state)) wrong.Add((name, words["没有这个选项"]));
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
                if (!rule.IsValid(value)) wrong.Add((name, FormWords.Say(rule, words)));
        }
    }

    private static bool HasControls(string text) => text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));

    private static string Quoted(string name) => new([.. name.Take(60).Where(c => !char.IsControl(c))]);
}
