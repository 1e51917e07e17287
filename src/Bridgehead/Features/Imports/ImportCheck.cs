namespace Bridgehead.Features.Imports;

/// <summary>Where a checked ledger stands.</summary>
public enum CheckState
{
    /// <summary>It is being read and judged, or waits for it.</summary>
    [Label("正在检查")] Judging,
    /// <summary>It was judged and can be applied.</summary>
    [Label("待导入")] Ready,
    /// <summary>It is being applied, or waits for it.</summary>
    [Label("正在导入")] Applying,
    /// <summary>It was applied as a batch.</summary>
    [Label("已导入")] Done,
    /// <summary>It could not be read or applied; nothing was written.</summary>
    [Label("未能完成")] Failed,
    /// <summary>Its application was stopped; nothing was written.</summary>
    [Label("已停止")] Cancelled,
}

/// <summary>A ledger uploaded by a person: what was decided about it, what the check found, and how far its application is. Kept for a week.</summary>
public sealed class ImportCheck : IVersioned
{
    private ImportCheck() { }

    /// <summary>Takes in a file.</summary>
    /// <param name="kind">As what it is read.</param>
    /// <param name="file">Its name.</param>
    /// <param name="digest">Its SHA-256, hexadecimal.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="userId">Whose it is.</param>
    /// <param name="address">Where the person sat.</param>
    /// <param name="at">When (UTC).</param>
    public ImportCheck(ImportKind kind, string file, string digest, long size, Guid userId, string address, DateTime at) =>
        (Id, Kind, File, Digest, Size, UserId, Address, At) = (Guid.CreateVersion7(), kind, file.Length <= 200 ? file : file[^200..], digest, size, userId, address, at);

    /// <summary>Its identity; rises with time.</summary>
    public Guid Id { get; private set; }
    /// <summary>As what it is read.</summary>
    public ImportKind Kind { get; private set; }
    /// <summary>The file's name.</summary>
    public string File { get; private set; } = "";
    /// <summary>The file's SHA-256.</summary>
    public string Digest { get; private set; } = "";
    /// <summary>Its size in bytes.</summary>
    public long Size { get; private set; }
    /// <summary>Whose it is; nobody else sees it.</summary>
    public Guid UserId { get; private set; }
    /// <summary>Where the person sat when it was last changed.</summary>
    public string Address { get; private set; } = "";
    /// <summary>When it came (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>Where it stands.</summary>
    public CheckState State { get; private set; }
    /// <summary>What was decided, as JSON of <see cref="CheckSettings"/>.</summary>
    public string Settings { get; private set; } = "";
    /// <summary>What was found, as JSON of <see cref="CheckReport"/>.</summary>
    public string Report { get; private set; } = "";
    /// <summary>Why it failed, as JSON of <see cref="Said"/>.</summary>
    public string? Problem { get; private set; }
    /// <summary>Rows read.</summary>
    public int Read { get; private set; }
    /// <summary>Rows that become new records.</summary>
    public int Added { get; private set; }
    /// <summary>Rows that change records.</summary>
    public int Updated { get; private set; }
    /// <summary>Rows that change nothing.</summary>
    public int Unchanged { get; private set; }
    /// <summary>Rows refused.</summary>
    public int Refused { get; private set; }
    /// <summary>The batch it was applied as.</summary>
    public Guid? BatchId { get; private set; }
    /// <summary>Who works on it: process and turn; null while nobody does.</summary>
    public string? Owner { get; private set; }
    /// <summary>Until when the one who works on it has said to be alive (UTC).</summary>
    public DateTime? LeaseUntil { get; private set; }
    /// <summary>How often the work was begun: more than once after an interruption.</summary>
    public int Attempts { get; private set; }
    /// <summary>The person asked to stop.</summary>
    public bool CancelAsked { get; private set; }
    /// <summary>When the work was begun (UTC).</summary>
    public DateTime? StartedAt { get; private set; }
    /// <summary>How far it is, in percent, as last told.</summary>
    public int Percent { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether the program works on it, or is about to.</summary>
    public bool IsBusy => State is CheckState.Judging or CheckState.Applying;

    /// <summary>Whether there is anything to write.</summary>
    public int Writable => Added + Updated;

    /// <summary>Decides something about it. Refused while it is worked on, and once it was applied.</summary>
    public void Decide(ImportKind kind, string settings, string address)
    {
        RefuseBusy();
        (Kind, Settings, Address) = (kind, settings, address);
    }

    /// <summary>Lets the program read it in the background.</summary>
    public void Await()
    {
        RefuseBusy();
        Queue(CheckState.Judging);
    }

    /// <summary>Keeps what was found.</summary>
    public void Found(CheckReport report)
    {
        (State, Report, Problem) = (CheckState.Ready, report.Write(), null);
        (Read, Added, Updated, Unchanged, Refused) = (report.Read, report.Added, report.Updated, report.Unchanged, report.Refused);
        Release();
    }

    /// <summary>Lets the program apply it in the background. Refused unless it was judged and something can be written.</summary>
    public void AwaitApplying(string address)
    {
        RefuseUnfit();
        Address = address;
        Queue(CheckState.Applying);
    }

    /// <summary>It was applied.</summary>
    public void Applied(Guid batch)
    {
        (State, BatchId, Problem, Percent) = (CheckState.Done, batch, null, 100);
        Release();
    }

    /// <summary>It could not be read or applied.</summary>
    public void Fail(FormattableString why)
    {
        (State, Problem) = (CheckState.Failed, System.Text.Json.JsonSerializer.Serialize(Said.Of(why)));
        Release();
    }

    /// <summary>Its application was stopped.</summary>
    public void Stop()
    {
        State = CheckState.Cancelled;
        Release();
    }

    /// <summary>The program was shut down in the middle; the next one begins again.</summary>
    public void HandBack() => (Owner, LeaseUntil, Attempts) = (null, null, Math.Max(0, Attempts - 1));

    /// <summary>Refuses what cannot be applied now.</summary>
    public void RefuseUnfit()
    {
        RefuseBusy();
        Refusal.When(State == CheckState.Failed && Read == 0, $"这个文件没有通过检查，请修改设置重新检查，或重新上传");
        Refusal.When(Writable == 0, $"没有可以导入的行，请按提示修改文件后重新上传");
    }

    private void RefuseBusy()
    {
        Refusal.When(State == CheckState.Done, $"这个文件已经导入，要改请先撤销那一批");
        Refusal.When(IsBusy && StartedAt is not null, $"正在处理这个文件，请等它完成，或先取消");
    }

    private void Queue(CheckState state) => (State, Owner, LeaseUntil, Attempts, CancelAsked, StartedAt, Percent, Problem) = (state, null, null, 0, false, null, 0, null);

    private void Release() => (Owner, LeaseUntil, StartedAt, CancelAsked) = (null, null, null, false);
}
