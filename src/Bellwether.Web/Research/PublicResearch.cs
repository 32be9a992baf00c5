using Microsoft.AspNetCore.RateLimiting;

namespace Bellwether.Web.Research;

/// <summary>The pages of research that people without a sign-in open: surveys and dossiers.</summary>
internal static class PublicResearch
{
    public static void AddPublicResearch(this IServiceCollection services) =>
        services.Configure<RateLimiterOptions>(limiter => limiter.AddPolicy<string, SurveyLimit>(SurveyLimit.Name));

    public static void MapPublicResearch(this WebApplication app)
    {
        SurveyPage.Map(app);
        DossierPage.Map(app);
    }
}
