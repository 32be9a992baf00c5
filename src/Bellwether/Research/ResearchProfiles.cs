using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>A template that fits the organisation.</summary>
/// <param name="Because">Why it fits, in words.</param>
public sealed record FittingTemplate(string Key, string Title, string Says, string Because);

/// <summary>The profile with what follows from it.</summary>
/// <param name="Warnings">What an organisation of this kind should not forget.</param>
/// <param name="Templates">The templates that fit best, the best first.</param>
public sealed record ResearchProfileView(ProfileSheet Sheet, IReadOnlyList<string> Warnings, IReadOnlyList<FittingTemplate> Templates, int Version) : IVersioned;

/// <summary>Describes the organisation behind a plan and the wider plan it belongs to: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record WriteResearchProfile(Id<Plan> Plan, ProfileSheet Sheet) : ICommand<ResearchProfileView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, TemplateBook templates) : IHandle<WriteResearchProfile, ResearchProfileView>
    {
        public async Task<ResearchProfileView> HandleAsync(WriteResearchProfile request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var profile = await db.Set<ResearchProfile>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            if (profile is null)
            {
                profile = new ResearchProfile(plan, request.Sheet);
                db.Add(profile);
            }

            profile.Word(request.Sheet);
            desk.Say(profile, "described the organisation behind the plan");
            var departments = await db.Set<Department>().CountAsync(row => row.Plan == plan.Id, cancel);
            return new ResearchProfileView(profile.Sheet, ProfileRules.Warnings(profile.Sheet, departments), ProfileRules.Fitting(profile.Sheet, await templates.AllAsync(cancel)), profile.Version);
        }
    }
}

/// <summary>The organisation behind a plan, with the warnings and templates that follow from what it is.</summary>
[Needs(Permission.Read)]
public sealed record ResearchProfileOf(Id<Plan> Plan) : IQuery<ResearchProfileView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, TemplateBook templates) : IHandle<ResearchProfileOf, ResearchProfileView>
    {
        public async Task<ResearchProfileView> HandleAsync(ResearchProfileOf request, CancellationToken cancel)
        {
            var plan = await desk.PlanAsync(request.Plan, cancel);
            var profile = await db.Set<ResearchProfile>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            var departments = await db.Set<Department>().CountAsync(row => row.Plan == plan.Id, cancel);
            var sheet = profile?.Sheet ?? new ProfileSheet().Checked();
            return new ResearchProfileView(sheet, profile is null ? [] : ProfileRules.Warnings(sheet, departments), ProfileRules.Fitting(sheet, await templates.AllAsync(cancel)), profile?.Version ?? 0);
        }
    }
}

/// <summary>What follows from the kind of organisation.</summary>
internal static class ProfileRules
{
    public static IReadOnlyList<string> Warnings(ProfileSheet sheet, int departments)
    {
        var needs = sheet.Needs ?? [];
        (bool Holds, string Words)[] rules =
        [
            (sheet.Regulated && sheet.Checker is null, "Your field is regulated. Name who checks words before they go out, and let posts wait for that person."),
            (sheet.Size is OrganisationSize.Medium or OrganisationSize.Large && departments == 0, "An organisation of this size has departments with goals of their own. Name them and talk to each."),
            (sheet.Size is OrganisationSize.One && needs.Count > 2, "One person cannot serve so many needs. Choose the two that matter most."),
            (needs.Contains(ResearchNeed.CustomerService) && sheet.Size is OrganisationSize.One, "Customer service on a network never closes. Say when you answer and when you do not."),
            (needs.Contains(ResearchNeed.Internal), "What is for your own people belongs on closed channels. It is shown here only to who edits the plan, and never leaves with a dossier."),
            (sheet.Markets is { Count: > 1 }, $"You sell in {sheet.Markets?.Count} markets. Decide for each channel which language it speaks."),
            (!sheet.Wider!.IsWritten, "The wider marketing plan is not named. What the web site and the other channels are to bring decides what social media is for."),
        ];
        return [.. rules.Where(rule => rule.Holds).Select(rule => rule.Words)];
    }

    public static IReadOnlyList<FittingTemplate> Fitting(ProfileSheet sheet, IEnumerable<KnownTemplate> templates) =>
    [
        .. from template in templates
           let reasons = Reasons(sheet, template.Content).ToList()
           where reasons.Count > 0
           orderby reasons.Count descending, template.Content.Key
           select new FittingTemplate(template.Content.Key, template.Content.Title, template.Content.Says, string.Join(", ", reasons)),
    ];

    private static IEnumerable<string> Reasons(ProfileSheet sheet, TemplateContent template)
    {
        if (sheet.Industry?.Contains(template.Business.Replace('-', ' '), StringComparison.OrdinalIgnoreCase) == true)
        {
            yield return $"made for a {template.Business.Replace('-', ' ')}";
        }

        var size = sheet.Size switch { null => null, OrganisationSize.One => "solo", OrganisationSize.Medium or OrganisationSize.Large => "branches", _ => "team" };
        if (size == template.Size)
        {
            yield return size == "solo" ? "for one person" : size == "team" ? "for a team" : "for several branches";
        }

        var need = template.Intent switch
        {
            "sell" or "sales-collateral" or "get-enquiries" or "publish-information" => ResearchNeed.Commerce,
            "serve" => ResearchNeed.CustomerService,
            "build-community" or "raise-support" or "keep-customers" => ResearchNeed.Community,
            _ => (ResearchNeed?)null,
        };
        if (need is { } served && sheet.Needs?.Contains(served) == true)
        {
            yield return $"serves {(served == ResearchNeed.CustomerService ? "customer service" : served.ToString().ToLowerInvariant())}";
        }
    }
}
