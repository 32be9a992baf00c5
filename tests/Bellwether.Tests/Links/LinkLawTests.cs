using Bellwether.Links;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Bellwether.Tests.Links;

/// <summary>What holds for every address, tag and text, tried with generated ones.</summary>
public sealed class LinkLawTests
{
    private static readonly Gen<string> Words = Gen.Elements("a", "menu", "x1", "über", "sale%20now", "a.b", "q").ListOf(2).Select(parts => string.Concat(parts));

    private static readonly Gen<string> Addresses =
        from scheme in Gen.Elements("https", "http", "HTTPS")
        from host in Gen.Elements("ex.com", "shop.ex.com", "www.ex.com")
        from path in Gen.Elements("", "/", "/a/b", "/a/b/")
        from query in Gen.Elements("", "?", "?x=1", "?x=1&y=%26", "?x=1&")
        from fragment in Gen.Elements("", "#top", "#/route?z=1")
        from word in Words
        select $"{scheme}://{host}{path}{(path.Length > 1 ? word : "")}{query}{fragment}";

    private static readonly CampaignTags Tags = CampaignTags.Of("x", "social", "c", "v");

    [Fact]
    public void Tagging_adds_parameters_and_changes_nothing_else() => Prop.ForAll(Addresses.ToArbitrary(), address =>
    {
        var tagged = TaggedAddress.Of(address, Tags, ["ex.com"]).Address;
        var before = new Uri(address);
        var after = new Uri(tagged);
        return after.Host == before.Host && after.AbsolutePath == before.AbsolutePath && after.Fragment == before.Fragment
            && after.Query.TrimStart('?').StartsWith(before.Query.TrimStart('?').TrimEnd('&'), StringComparison.Ordinal)
            && after.Query.Split("utm_source=").Length == 2 && after.Query.EndsWith("utm_content=v", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tagging_twice_is_tagging_once() => Prop.ForAll(Addresses.ToArbitrary(), address =>
    {
        var once = TaggedAddress.Of(address, Tags, ["ex.com"]).Address;
        return TaggedAddress.Of(once, Tags, ["ex.com"]).Address == once;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Clean_values_have_the_allowed_letters_and_stay_clean() => Prop.ForAll<NonEmptyString>(text =>
    {
        var slug = CampaignTags.Slug(text.Get);
        return slug.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-') && CampaignTags.Slug(slug) == slug;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Replacing_each_address_by_itself_changes_nothing() => Prop.ForAll<string>(text =>
        text is null || LinksInText.Replace(text, address => address) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void An_address_between_words_is_found_whole() => Prop.ForAll(Addresses.ToArbitrary(), address =>
    {
        var clean = address.TrimEnd('&', '?');
        return LinksInText.Find($"Come and see: {clean}, it is good.").Single().Address == clean.TrimEnd('.');
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Codes_have_unambiguous_letters()
    {
        for (var i = 0; i < 1000; i++)
        {
            var code = LinkCode.New();
            code.Length.ShouldBe(LinkCode.Length);
            code.ShouldAllBe(character => LinkCode.Alphabet.Contains(character, StringComparison.Ordinal));
        }

        LinkCode.Alphabet.ShouldNotContain('0');
        LinkCode.Alphabet.Intersect("01aeiouly").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taken_code_is_tried_again_and_grows_when_all_short_ones_are_taken()
    {
        var tries = new Queue<string>(["taken", "taken", "free"]);
        (await LinkCode.FreeAsync(code => Task.FromResult(code == "taken"), _ => tries.Dequeue())).ShouldBe("free");
        (await LinkCode.FreeAsync(code => Task.FromResult(code.Length < LinkCode.Length + 2))).Length.ShouldBe(LinkCode.Length + 2);
    }
}
