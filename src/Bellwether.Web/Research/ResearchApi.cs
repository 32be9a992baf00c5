using Bellwether.Research;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Research;

/// <summary>The routes of Research.</summary>
internal static class ResearchApi
{
    public static void Map(Routes api)
    {
        api.Get<ResearchOverview>("/plans/{plan}/research");
        api.Post<WorkOnGaps>("/plans/{plan}/research/steps");
        api.Get<ResearchTrace>("/plans/{plan}/research/trace");
        api.Get<ResearchProfileOf>("/plans/{plan}/research/profile");
        api.Put<WriteResearchProfile>("/plans/{plan}/research/profile");
        MapFindings(api);
        MapPeople(api);
        MapAudiences(api);
        MapSurveys(api);
        MapMedia(api);
        MapDossiers(api);
    }

    private static void MapFindings(Routes api)
    {
        api.Get<FindingList>("/plans/{plan}/findings");
        api.Post<AddFinding>("/plans/{plan}/findings");
        api.Get<FindingDetail>("/findings/{finding}");
        api.Put<ChangeFinding>("/findings/{finding}");
        api.Delete<RemoveFinding>("/findings/{finding}");
        api.Post<SetFindingAside>("/findings/{finding}/aside");
        api.Post<TakeUpFinding>("/findings/{finding}/take-up");
        api.Post<LinkFinding>("/findings/{finding}/links");
        api.Delete<UnlinkFinding>("/findings/{finding}/links/{node}");
        api.Post<FollowUpFinding>("/findings/{finding}/follow-up");
        api.Post<AttachEvidence>("/findings/{finding}/files");
        api.Get<EvidenceContent>("/evidence-files/{file}");
        api.Delete<RemoveEvidence>("/evidence-files/{file}");
        api.Get<OpenQuestionList>("/plans/{plan}/questions");
        api.Post<AskQuestion>("/plans/{plan}/questions");
        api.Post<AnswerQuestion>("/questions/{question}/answer");
        api.Delete<RemoveQuestion>("/questions/{question}");
        api.Get<TechniqueList>("/plans/{plan}/techniques");
        api.Post<AddTechnique>("/plans/{plan}/techniques");
        api.Put<ChangeTechnique>("/techniques/{technique}");
        api.Delete<RemoveTechnique>("/techniques/{technique}");
    }

    private static void MapPeople(Routes api)
    {
        api.Get<DepartmentCoverage>("/plans/{plan}/departments");
        api.Post<AddDepartment>("/plans/{plan}/departments");
        api.Put<ChangeDepartment>("/departments/{department}");
        api.Delete<RemoveDepartment>("/departments/{department}");
        api.Post<SignOffDepartment>("/departments/{department}/sign-off");
        api.Post<AddDepartmentAim>("/departments/{department}/aims");
        api.Get<DepartmentAimList>("/plans/{plan}/department-aims");
        api.Put<ChangeDepartmentAim>("/department-aims/{aim}");
        api.Delete<RemoveDepartmentAim>("/department-aims/{aim}");
        api.Post<SettleAimConflict>("/plans/{plan}/department-aims/settle");
        api.Get<InterviewList>("/plans/{plan}/interviews");
        api.Post<PlanInterview>("/plans/{plan}/interviews");
        api.Get<InterviewDetail>("/interviews/{interview}");
        api.Put<ChangeInterview>("/interviews/{interview}");
        api.Delete<RemoveInterview>("/interviews/{interview}");
        api.Post<HoldInterview>("/interviews/{interview}/hold");
        api.Get<QuestionSetList>("/plans/{plan}/question-sets");
        api.Post<AddQuestionSet>("/plans/{plan}/question-sets");
        api.Put<ChangeQuestionSet>("/question-sets/{set}");
        api.Delete<RemoveQuestionSet>("/question-sets/{set}");
    }

    private static void MapAudiences(Routes api)
    {
        api.Get<AudienceList>("/plans/{plan}/audiences");
        api.Post<AddAudience>("/plans/{plan}/audiences");
        api.Put<ChangeAudience>("/audiences/{audience}");
        api.Delete<RemoveAudience>("/audiences/{audience}");
        api.Post<AddPersona>("/audiences/{audience}/personas");
        api.Put<ChangePersona>("/personas/{persona}");
        api.Delete<RemovePersona>("/personas/{persona}");
        api.Get<AudienceMatrix>("/plans/{plan}/audience-matrix");
        api.Put<RecordNetworkUse>("/audiences/{audience}/networks/{network}");
        api.Delete<RemoveNetworkUse>("/network-uses/{use}");
        api.Get<NetworkCaseList>("/plans/{plan}/network-cases");
        api.Put<WriteNetworkCase>("/plans/{plan}/network-cases/{network}");
        api.Get<AudienceSnapshotList>("/plans/{plan}/audience-snapshots");
        api.Post<TakeAudienceSnapshot>("/plans/{plan}/audience-snapshots");
        api.Delete<RemoveAudienceSnapshot>("/audience-snapshots/{snapshot}");
        api.Get<CommunityMap>("/plans/{plan}/community");
        api.Post<AddCommunityPlace>("/plans/{plan}/community");
        api.Put<ChangeCommunityPlace>("/community-places/{place}");
        api.Delete<RemoveCommunityPlace>("/community-places/{place}");
    }

    private static void MapSurveys(Routes api)
    {
        api.Get<SurveyList>("/plans/{plan}/surveys");
        api.Post<AddSurvey>("/plans/{plan}/surveys");
        api.Get<SurveyDetail>("/surveys/{survey}");
        api.Put<ChangeSurvey>("/surveys/{survey}");
        api.Delete<RemoveSurvey>("/surveys/{survey}");
        api.Post<OpenSurvey>("/surveys/{survey}/open");
        api.Post<CloseSurvey>("/surveys/{survey}/close");
        api.Post<InviteToSurvey>("/surveys/{survey}/invitations");
        api.Get<SurveyResults>("/surveys/{survey}/results");
        api.Get<SurveyAnswerList>("/surveys/{survey}/answers");
        api.Get<ExportSurveyAnswers>("/surveys/{survey}/answers/file");
        api.Delete<EraseSurveyAnswer>("/survey-answers/{answer}");
        api.Get<SurveyQr>("/surveys/{survey}/qr");
        api.Post<RecordSurveyNumbers>("/surveys/{survey}/numbers");
        api.Get<SampleSize>("/sample-size");
    }

    private static void MapMedia(Routes api)
    {
        api.Get<MediaLedger>("/plans/{plan}/media-usage");
        api.Post<AddMediaUsage>("/plans/{plan}/media-usage");
        api.Post<ImportMediaUsage>("/plans/{plan}/media-usage/import");
        api.Put<AimMediaShares>("/plans/{plan}/media-shares");
        api.Put<ChangeMediaUsage>("/media-usage/{entry}");
        api.Delete<RemoveMediaUsage>("/media-usage/{entry}");
    }

    private static void MapDossiers(Routes api)
    {
        api.Get<DossierList>("/plans/{plan}/dossiers");
        api.Post<CloseResearch>("/plans/{plan}/dossiers");
        api.Get<DossierDetail>("/dossiers/{dossier}");
        api.Get<DossierFile>("/dossiers/{dossier}/file");
        api.Post<HandOverDossier>("/dossiers/{dossier}/handovers");
        api.Post<RevokeHandover>("/handovers/{handover}/revoke");
    }
}
