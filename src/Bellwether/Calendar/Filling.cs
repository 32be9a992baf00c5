using System.Text.Json;
using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>One time that a template filled the calendar: what it made can be taken back together.</summary>
public sealed class Filling : Entity<Filling>
{
    private Filling()
    {
    }

    public Filling(PostTemplate template, LocalDate from, LocalDate to, Guid? by, Instant at) =>
        (Template, Brand, From, To, By, At) = (template.Id, template.Brand, from, to, by, at);

    public Id<PostTemplate> Template { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public LocalDate From { get; private set; }

    public LocalDate To { get; private set; }

    /// <summary>The member who asked for it; null for the program itself.</summary>
    public Guid? By { get; private set; }

    public Instant At { get; private set; }

    /// <summary>How many posts it made.</summary>
    public int Made { get; private set; }

    /// <summary>How many posts it brought up to date.</summary>
    public int Changed { get; private set; }

    /// <summary>How many posts it took out.</summary>
    public int TakenOut { get; private set; }

    /// <summary>When it was taken back.</summary>
    public Instant? UndoneAt { get; private set; }

    public void Count(int made, int changed, int takenOut) => (Made, Changed, TakenOut) = (made, changed, takenOut);

    public void Undo(Instant now)
    {
        Rule.Stands(UndoneAt is null, "filling-undone", "This filling was taken back already.");
        UndoneAt = now;
    }
}

/// <summary>A post as a filling wrote it. Whoever changes the post by hand makes it their own.</summary>
/// <param name="At">The local time of its slot.</param>
/// <param name="Until">The local time until which it holds.</param>
public sealed record FilledContent(string Title, string Text, IReadOnlyList<VariantDraft> Variants, LocalDateTime? At, LocalDateTime? Until, AtExpiry Then)
{
    /// <summary>What a post says now.</summary>
    public static FilledContent Of(Post post) => new(
        post.Title, post.Text, [.. post.Variants.OrderBy(variant => variant.Place).Select(variant => variant.Draft())],
        post.Meant, post.ExpiresMeant, post.AtExpiry);

    /// <summary>Whether both say the same, at the same time.</summary>
    public bool IsSame(FilledContent other) => JsonSerializer.Serialize(this, HouseJson.Options) == JsonSerializer.Serialize(other, HouseJson.Options);
}

/// <summary>Which post stands for a row of a template on a day; there is never a second one.</summary>
public sealed class FilledPost : Entity<FilledPost>
{
    private FilledPost()
    {
    }

    internal FilledPost(Filling filling, Id<TemplateRow> row, LocalDate day, Post post) =>
        (Brand, Template, Row, Day, Post, MadeIn, Content) = (filling.Brand, filling.Template, row, day, post.Id, filling.Id, FilledContent.Of(post));

    /// <summary>One that came with a file.</summary>
    internal FilledPost(Id<PostTemplate> template, Id<TemplateRow> row, LocalDate day, Post post) =>
        (Brand, Template, Row, Day, Post, Content) = (post.Brand, template, row, day, post.Id, FilledContent.Of(post));

    public Id<Brand> Brand { get; private set; }

    public Id<PostTemplate> Template { get; private set; }

    public Id<TemplateRow> Row { get; private set; }

    public LocalDate Day { get; private set; }

    public Id<Post> Post { get; private set; }

    /// <summary>The filling that made it; null when it came with a file.</summary>
    public Id<Filling>? MadeIn { get; private set; }

    /// <summary>The filling that last brought it up to date or took it out.</summary>
    public Id<Filling>? ChangedIn { get; private set; }

    /// <summary>Whether a filling took its post out of the calendar.</summary>
    public bool IsOut { get; private set; }

    /// <summary>What a filling last wrote.</summary>
    public FilledContent Content { get; private set; } = null!;

    /// <summary>What stood there before the last change, for the way back.</summary>
    public FilledContent? Before { get; private set; }

    internal void Change(Filling filling, Post post) =>
        (ChangedIn, Before, Content, IsOut) = (filling.Id, IsOut ? null : Content, FilledContent.Of(post), false);

    internal void TakeOut(Filling filling) => (ChangedIn, Before, IsOut) = (filling.Id, Content, true);

    /// <summary>The change is taken back.</summary>
    internal void GoBack(Post post) => (ChangedIn, Before, Content, IsOut) = (null, null, FilledContent.Of(post), false);
}
