using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>One touch on the way to a conversion.</summary>
/// <param name="DaysBefore">How many days before the conversion it was.</param>
/// <param name="Group">Its channel group.</param>
/// <param name="Key">What it gives credit to, in the report that is asked about.</param>
/// <param name="Title">What people call that; null where the key is a word.</param>
/// <param name="Source">The link that was followed or the deal whose code was used.</param>
/// <param name="SourceTitle">What people call the link or deal: the post it stands in, where it does.</param>
/// <param name="IsDeal">Whether it is a deal's code.</param>
/// <param name="Counts">Whether it lies within the look-back window.</param>
public sealed record TouchView(Instant At, decimal DaysBefore, ChannelGroup Group, string Key, string? Title, string Source, string? SourceTitle, bool IsDeal, bool Counts);

/// <summary>A conversion with the way that led to it.</summary>
/// <param name="Share">Of this conversion, what the one asked about is credited with under the model, from 0 to 1; null where a model shares only all conversions together.</param>
/// <param name="Credit">The same of its value, where that is in the brand's currency.</param>
public sealed record CreditedConversion(Id<Conversion> Id, string ExternalId, string Type, Instant At, Money? Value, decimal? Share, Money? Credit, IReadOnlyList<TouchView> Touches);

/// <summary>The conversions that a figure of the report is made of.</summary>
/// <param name="Count">How many there are; the newest are shown.</param>
/// <param name="SharedTogether">Whether the model shares all conversions together, so that no single one has a share.</param>
public sealed record CreditedConversionsView(int Count, bool SharedTogether, IReadOnlyList<CreditedConversion> Items);

/// <summary>The conversions behind one figure of the report, newest first, each with its path touch by touch.</summary>
/// <param name="Key">The row that is asked about; null for conversions that nothing known led to.</param>
/// <param name="And">Only those that this one touched too: for the table of overlaps.</param>
/// <param name="Take">How many to show, at most 200.</param>
[Needs(Permission.Read)]
public sealed record CreditedConversions(
    Id<Brand> Brand, string? Key = null, string? And = null, AttributionModel? Model = null, LocalDate? From = null, LocalDate? Until = null, CreditBy By = CreditBy.ChannelGroup,
    Id<Plan>? Plan = null, int? LookBackDays = null, PathTransform Transform = PathTransform.Every, [property: Range(1, 200)] int Take = 50) : IQuery<CreditedConversionsView>
{
    internal sealed class Handler(Db db, CreditReader credits, PathReader reader, CreditSources sources, CreditNames names) : IHandle<CreditedConversions, CreditedConversionsView>
    {
        public async Task<CreditedConversionsView> HandleAsync(CreditedConversions request, CancellationToken cancel)
        {
            var (question, rules) = await credits.QuestionAsync(new CreditAsked(request.Brand, request.From, request.Until, request.By, request.Plan, request.LookBackDays, request.Transform), cancel);
            var model = request.Model ?? rules.Model;
            var read = await reader.ReadAsync(question with { WithIds = true, WithOthers = CreditedReturns.LearnsFromOthers(model) }, cancel);
            var giving = Crediting.Giving(model, read.Journeys);
            var found = Places(read, request.Key, request.And);
            var shares = found.Take(request.Take).ToDictionary(place => new Id<Conversion>(read.Conversions[place]), place => giving is null ? null : Share(read.Journeys, giving, place, request.Key));
            var ids = shares.Keys.ToList();
            var conversions = await db.Set<Conversion>().AsNoTracking().Where(one => ids.Contains(one.Id)).ToListAsync(cancel);
            var paths = await db.Set<TouchPath>().AsNoTracking().Where(path => ids.Contains(path.Conversion)).ToDictionaryAsync(path => path.Conversion, path => PathBytes.Read(path.Steps), cancel);
            var keys = new CreditKeys(await sources.OfAsync(question.Brand.Id, question.By, question.Plan, cancel), question.By, question.Plan, read.Journeys);
            string KeyOf(PathStep step) => read.Journeys.Channels[keys.NumberOf(step)];
            string SourceOf(PathStep step) => step.IsDeal ? new Id<Deal>(step.Source).ToString() : new Id<TrackedLink>(step.Source).ToString();
            var posts = await PostsAsync(paths.Values.SelectMany(steps => steps), cancel);
            var called = await names.OfAsync(paths.Values.SelectMany(steps => steps).SelectMany(step => new[] { KeyOf(step), SourceOf(step) }).Concat(posts.Values), cancel);
            return new CreditedConversionsView(found.Count, giving is null,
            [
                .. conversions.OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Select(one => new CreditedConversion(
                    one.Id, one.ExternalId, one.Kind, one.At, one.Value, shares[one.Id], Part(one.Value, shares[one.Id], question.Brand.Currency),
                    [.. paths.GetValueOrDefault(one.Id, []).Select(step => Touch(step, one.At))])),
            ]);

            TouchView Touch(PathStep step, Instant at)
            {
                var (key, source, days) = (KeyOf(step), SourceOf(step), (at - step.Instant).TotalDays);
                return new TouchView(
                    step.Instant, Math.Round((decimal)days, 2), step.Group, key, called.GetValueOrDefault(key)?.Title, source, (called.GetValueOrDefault(posts.GetValueOrDefault(step.Source, "")) ?? called.GetValueOrDefault(source))?.Title, step.IsDeal, days <= question.Rules.LookBackDays);
            }
        }

        /// <summary>The posts that links stand in: people know a post by its title, and a link by nothing.</summary>
        private async Task<Dictionary<Guid, string>> PostsAsync(IEnumerable<PathStep> steps, CancellationToken cancel)
        {
            var ids = steps.Where(step => !step.IsDeal).Select(step => new Id<TrackedLink>(step.Source)).Distinct().ToList();
            return await db.Set<TrackedLink>().AsNoTracking().Where(link => ids.Contains(link.Id) && link.Post != null).ToDictionaryAsync(link => link.Id.Value, link => link.Post!, cancel);
        }

        /// <summary>The places of the paths that are asked for, the newest first.</summary>
        private static List<int> Places(CreditCase read, string? key, string? and)
        {
            var (wanted, also) = (Number(read, key), Number(read, and));
            return
            [
                .. Enumerable.Range(0, read.Count).Reverse().Where(place => key is null
                    ? read.Journeys.PathOf(place).IsEmpty
                    : Holds(read.Journeys.PathOf(place), wanted) && (and is null || Holds(read.Journeys.PathOf(place), also))),
            ];
        }

        private static int Number(CreditCase read, string? key)
        {
            for (var number = 0; number < read.Journeys.Channels.Count; number++)
            {
                if (read.Journeys.Channels[number] == key)
                {
                    return number;
                }
            }

            return -1;
        }

        private static bool Holds(ReadOnlySpan<Touch> path, int number)
        {
            foreach (var touch in path)
            {
                if (touch.Channel == number)
                {
                    return true;
                }
            }

            return false;
        }

        private static decimal? Share(Journeys journeys, Crediting.GivenBy giving, int place, string? key)
        {
            if (key is null)
            {
                return null;
            }

            var sum = 0d;
            giving(journeys.PathOf(place), (channel, share) => sum += journeys.Channels[channel] == key ? share : 0);
            return Math.Round((decimal)sum, 4);
        }

        private static Money? Part(Money? value, decimal? share, string currency) =>
            value is { } worth && share is { } part && worth.Currency == currency ? new Money((long)Math.Round(worth.Minor * part), currency) : null;
    }
}
