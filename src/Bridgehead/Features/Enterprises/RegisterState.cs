namespace Bridgehead.Features.Enterprises;

/// <summary>The state of an enterprise's registration in one list, whatever words the register, a ledger or a person used for it.</summary>
public enum RegisterState
{
    /// <summary>Not said, or said in words nobody knows.</summary>
    [Label("状态不明")] Unknown,
    /// <summary>存续: registered and lawful.</summary>
    [Label("存续")] Active,
    /// <summary>在业: registered and doing business.</summary>
    [Label("在业")] Operating,
    /// <summary>停业、歇业.</summary>
    [Label("停业")] Suspended,
    /// <summary>清算.</summary>
    [Label("清算")] Liquidating,
    /// <summary>迁出: registered elsewhere now.</summary>
    [Label("迁出")] MovedOut,
    /// <summary>吊销: the licence was taken away as a penalty; the legal person is not yet gone.</summary>
    [Label("吊销")] Revoked,
    /// <summary>撤销: the registration was annulled.</summary>
    [Label("撤销登记")] Withdrawn,
    /// <summary>注销: the legal person is gone.</summary>
    [Label("注销")] Cancelled,
}

/// <summary>Reads and judges states of registration.</summary>
public static class RegisterStates
{
    // the graver word decides where several stand together: "吊销，未注销" is revoked and not cancelled
    private static readonly (string Word, RegisterState State)[] Words =
    [
        ("未注销", RegisterState.Revoked), ("已注销", RegisterState.Cancelled), ("注销", RegisterState.Cancelled), ("吊销", RegisterState.Revoked), ("撤销", RegisterState.Withdrawn), ("迁出", RegisterState.MovedOut),
        ("清算", RegisterState.Liquidating), ("停业", RegisterState.Suspended), ("歇业", RegisterState.Suspended), ("存续", RegisterState.Active), ("仍注册", RegisterState.Active), ("迁入", RegisterState.Active),
        ("在业", RegisterState.Operating), ("在营", RegisterState.Operating), ("开业", RegisterState.Operating), ("营业", RegisterState.Operating), ("正常", RegisterState.Operating), ("登记成立", RegisterState.Active),
    ];

    /// <summary>The state words stand for.</summary>
    public static RegisterState Read(string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return RegisterState.Unknown;
        foreach (var (word, state) in Words)
            if (words.Contains(word, StringComparison.Ordinal)) return state;
        return RegisterState.Unknown;
    }

    /// <summary>Whether the enterprise can no longer carry a project here.</summary>
    public static bool IsGone(this RegisterState state) => state is RegisterState.Cancelled or RegisterState.Revoked or RegisterState.Withdrawn or RegisterState.MovedOut;
}
