using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>How a conversion was joined to what led to it.</summary>
public enum MatchedBy
{
    /// <summary>Nothing led there that we know of; kept, counted for the brand only.</summary>
    Nothing,

    /// <summary>The click's id came back with it.</summary>
    ClickId,

    /// <summary>A short link's code or address came with it.</summary>
    Link,

    /// <summary>The code of a deal that was valid that day.</summary>
    DealCode,

    /// <summary>The same customer converted before, and that one was matched.</summary>
    Customer,
}

/// <summary>
/// Something a visitor did that the plan wants: a sale, a lead, a sign-up. Told by the shop's own server or a person,
/// known by the teller's id: the same id twice is one conversion.
/// </summary>
public sealed class Conversion : Placed<Conversion>
{
    private Conversion()
    {
    }

    internal Conversion(Id<Brand> brand, string externalId, string kind, Money? value, Instant at, string? customer)
    {
        (Brand, ValueMinor, Currency, At, Customer) = (brand, value?.Minor, value?.Currency, at, customer);
        ExternalId = Rule.Text(externalId, "externalId", 120, "the id that the shop or the form gave it");
        Kind = ConversionKinds.Of(kind);
        Rule.Require(value is null or { Minor: >= 0 }, "value-negative", "The value is negative. Void the conversion instead of sending a negative one.", "value");
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The id of the teller: the order number, the form entry. Unique within the brand.</summary>
    public string ExternalId { get; private set; } = "";

    /// <summary>sale, lead, signup, or a word of one's own.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it was worth, in minor units of its currency; null when it has no value in money.</summary>
    public long? ValueMinor { get; private set; }

    /// <summary>The currency it was paid in.</summary>
    public string? Currency { get; private set; }

    public Money? Value => ValueMinor is { } minor && Currency is { } currency ? new Money(minor, currency) : null;

    public Instant At { get; private set; }

    /// <summary>The shop's own id of the customer, or a hash; never an address in clear.</summary>
    public string? Customer { get; private set; }

    public MatchedBy MatchedBy { get; private set; }

    /// <summary>Why nothing was found, in words; null when something was.</summary>
    public string? Why { get; private set; }

    public Id<TrackedLink>? Link { get; private set; }

    /// <summary>The click whose id came back with it: where the visitor's path of that day begins to be known.</summary>
    public Id<Click>? Click { get; private set; }

    /// <summary>The deal whose code was used, also where a click or a link is what it was joined by.</summary>
    public Id<Deal>? Deal { get; private set; }

    /// <summary>When it was taken back: a cancelled order, a test. It counts no more.</summary>
    public Instant? VoidedAt { get; private set; }

    /// <summary>Gives credit to what led to it.</summary>
    internal void Match(Credit credit)
    {
        (MatchedBy, Why, Link, Deal, Click) = (credit.By, credit.Why, credit.Link, credit.Deal, credit.Click);
        StandFor(credit.Place);
    }

    /// <summary>Goes where its link went; it is still credited once.</summary>
    internal void Follow(TrackedLink link) => StandFor(link.Place);

    /// <summary>The file it came with; null when it was told by itself.</summary>
    public Id<ConversionImport>? Import { get; private set; }

    public void Void(Instant now) => VoidedAt ??= now;

    /// <summary>Counts again.</summary>
    public void Restore()
    {
        RequireVoid();
        VoidedAt = null;
    }

    internal void ComeWith(Id<ConversionImport> import) => Import = import;

    /// <summary>Says what a mended file says, after the file it came with was taken back.</summary>
    internal void TellAnew(Conversion told)
    {
        RequireVoid();
        (Kind, ValueMinor, Currency, At, Customer, VoidedAt) = (told.Kind, told.ValueMinor, told.Currency, told.At, told.Customer, null);
    }

    private void RequireVoid() => Rule.Stands(VoidedAt is not null, "conversion-stands", "It was not taken back.");

    /// <summary>Forgets whose it was; the number stays.</summary>
    public void ForgetCustomer() => Customer = null;
}

/// <summary>What led to a conversion.</summary>
internal sealed record Credit(MatchedBy By, string? Why, Id<TrackedLink>? Link, Id<Deal>? Deal, LinkPlace Place, Id<Click>? Click = null)
{
    public static Credit None(string why) => new(MatchedBy.Nothing, why, null, null, new LinkPlace());
}

/// <summary>The words for conversions.</summary>
public static class ConversionKinds
{
    private static readonly Dictionary<string, string> SameAs = new(StringComparer.Ordinal)
    {
        ["order"] = "sale", ["purchase"] = "sale", ["sign-up"] = "signup", ["sign_up"] = "signup", ["subscription"] = "signup",
    };

    /// <summary>One word in lower case; usual synonyms become sale, lead or signup.</summary>
    public static string Of(string? kind)
    {
        var word = CampaignTags.Clean(kind, "type");
        Rule.Require(word.Length <= 40, "type-too-long", "The type of a conversion is one short word such as sale, lead or signup.", "type");
        return SameAs.GetValueOrDefault(word, word);
    }
}

internal sealed class ConversionStorage : IEntityTypeConfiguration<Conversion>
{
    public void Configure(EntityTypeBuilder<Conversion> builder)
    {
        builder.ToTable("conversions");
        builder.Property(conversion => conversion.ExternalId).HasMaxLength(120);
        builder.Property(conversion => conversion.Kind).HasMaxLength(40);
        builder.Property(conversion => conversion.Customer).HasMaxLength(128);
        builder.Property(conversion => conversion.Currency).HasMaxLength(3);
        builder.Ignore(conversion => conversion.Value);
        builder.HasIndex(conversion => new { conversion.Brand, conversion.ExternalId }).IsUnique();
        builder.HasIndex(conversion => new { conversion.Brand, conversion.At });
        builder.HasIndex(conversion => new { conversion.Brand, conversion.Customer });
        builder.HasIndex(conversion => conversion.Import);
        builder.MapPlace();
    }
}
