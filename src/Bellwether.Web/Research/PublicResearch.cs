namespace Bellwether.Web.Research;

/// <summary>The pages of research that people without a sign-in open: surveys and dossiers.</summary>
internal static class PublicResearch
{
    public static void MapPublicResearch(this WebApplication app)
    {
        SurveyPage.Map(app);
        DossierPage.Map(app);
    }
}
