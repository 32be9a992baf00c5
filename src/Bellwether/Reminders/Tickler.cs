using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>Something one member should look at on a day: raised by the program or written by hand. It can be put away, and comes back on the day it was put away for.</summary>
public sealed class Tickler : Entity<Tickler>
{
    private Tickler()
    {
    }

    /// <summary>Puts it before a member from a day on.</summary>
    /// <param name="key">What it is about, once per member: raising the same again is no second one.</param>
    public Tickler(Brand brand, Member member, string key, string words, string path, LocalDate from)
    {
        Rule.Require(path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && path.Length <= 300, "path-foreign", "The path is no page of this program. Give one that begins with a single /.", "path");
        (Brand, Member, Key, Words, Path, From) = (brand.Id, member.Id, key, Rule.Text(words, "words", 400), path, from);
    }

    public Id<Brand> Brand { get; private set; }

    public Id<Member> Member { get; private set; }

    public string Key { get; private set; } = "";

    public string Words { get; private set; } = "";

    /// <summary>Where it is dealt with on the screen: “/goals/assumptions?assumption=…”.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The brand's date from which it is shown.</summary>
    public LocalDate From { get; private set; }

    /// <summary>When the member was through with it; null while it is open.</summary>
    public Instant? DoneAt { get; private set; }

    /// <summary>When it was put into a mail to the member; null while it is in none.</summary>
    public Instant? MailedAt { get; private set; }

    /// <summary>It is in a mail, and goes into no other one.</summary>
    internal void Mail(Instant now) => MailedAt ??= now;

    public void PutAway(LocalDate until, LocalDate today)
    {
        Rule.Require(DoneAt is null, "tickler-done", "This is done already. Open it again before you put it away.");
        Rule.Require(until > today, "day-not-ahead", "It comes back on a day that lies ahead. Choose tomorrow or later.", "until");
        From = until;
    }

    /// <summary>Says how it stands now.</summary>
    internal void Say(string words) => Words = words;

    public void Finish(Instant now) => DoneAt ??= now;

    /// <summary>Takes back that it is done, or that it was put away.</summary>
    public void Reopen(LocalDate today) => (DoneAt, From) = (null, From > today ? today : From);
}

internal sealed class TicklerStorage : IEntityTypeConfiguration<Tickler>
{
    public void Configure(EntityTypeBuilder<Tickler> builder)
    {
        builder.ToTable("ticklers");
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.Words).HasMaxLength(400);
        builder.Property(row => row.Path).HasMaxLength(300);
        builder.HasIndex(row => new { row.Member, row.Key }).IsUnique();
        builder.HasIndex(row => row.Brand);
    }
}
