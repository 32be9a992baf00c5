namespace Bellwether.Kernel;

/// <summary>One thing that happened, in words, waiting to be written with the change itself.</summary>
/// <param name="What">A sentence without a subject: “moved “Lunch offer” to Thu 26 Nov, 10:00”.</param>
/// <param name="Brand">The brand it belongs to.</param>
/// <param name="Plan">The plan it belongs to, where there is one.</param>
/// <param name="Subject">The id of the thing, as text.</param>
/// <param name="Why">The reason given, if any.</param>
public sealed record Happening(string What, Guid? Brand, Guid? Plan, string? Subject, string? Why);

/// <summary>
/// Collects, during one command, what it did in words. The <see cref="Runner"/> writes the lines in the same
/// transaction as the change; a command that says nothing is journaled by its summary.
/// </summary>
public sealed class Journal
{
    private readonly List<Happening> happenings = [];

    public IReadOnlyList<Happening> Happenings => happenings;

    public void Say(string what, Guid? brand = null, Guid? plan = null, object? subject = null, string? why = null) =>
        happenings.Add(new Happening(what, brand, plan, subject?.ToString(), why));

    internal void Clear() => happenings.Clear();
}

/// <summary>Port: writes audit lines and journal entries into the same transaction. People and Plans fulfil it.</summary>
[Port]
public interface IRecordHappenings
{
    void Record(string step, string request, string summary, IReadOnlyList<Happening> happenings);
}
