using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>Who the demo's brand is on social networks, and where its accounts stood when the plan began.</summary>
internal static class DemoPosition
{
    public static async Task MakeAsync(DemoStage stage, DemoPerson ana, Brand brand, Id<Plan> plan, IReadOnlyList<SocialAccountView> accounts, LocalDate today, CancellationToken cancel)
    {
        var guide = new ContentGuide(["The dish of the day, as it is", "Who cooks, by name"], [], [new Ally("The library", "@library.example", "Tells its readers when we stand there")]);
        await stage.AskAsync(ana, new WritePositioning(plan, "A proper Mexican lunch in the time of a coffee, cooked in sight, five days a week.", "The neighbour who tells you where lunch is before you are hungry.", "Short, warm, exact. Says sorry once. Never shouts.", guide), cancel);
        await stage.AskAsync(ana, new RecordRivalPositions(plan, [new RivalPosition("Brotzeit & Co", "The honest bakery lunch", "Its profile", today), new RivalPosition("Kebap am Kanal", "Berlin's crispiest, until late", "Its profile", today)]), cancel);
        await stage.AskAsync(ana, new AddClaim(plan, "From the queue to the first bite in four minutes", [new ProofItem(ProofKind.Figure, "3 minutes 50 on average, timed on three Thursdays with 40 guests", On: today)]), cancel);
        await stage.AskAsync(ana, new AddClaim(plan, "The best salsa of the harbour", [new ProofItem(ProofKind.Testimonial, "“Best lunch at the harbour, and quick.” Aylin, a guest", On: today)]), cancel);
        await stage.AskAsync(ana, new AddConversationStarter(plan, "Which dish should come back next week?"), cancel);
        await stage.AskAsync(ana, new AddConversationStarter(plan, "Send us your corner: we park where most of you ask.", StarterKind.CallToTakePart), cancel);

        var audit = await stage.AskAsync(ana, new OpenAudit(brand.Id, "Before the plan", today), cancel);
        foreach (var (network, metric, value) in new[] { ("bluesky", "followers", 1180m), ("instagram", "followers", 2040m) })
        {
            await stage.AskAsync(ana, new RecordAuditFigure(audit.Id, accounts.First(account => account.Network == network).Id, metric, value, today, "the profile"), cancel);
        }

        await stage.AskAsync(ana, new CloseAudit(audit.Id, "Two accounts are worth keeping. Nobody has looked at the old page for two years, and the map shows the hours of last summer."), cancel);
    }
}
