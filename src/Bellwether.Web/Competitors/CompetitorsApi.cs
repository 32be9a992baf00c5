using Bellwether.Competitors;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Competitors;

/// <summary>The routes of Competitors.</summary>
internal static class CompetitorsApi
{
    public static void Map(Routes api)
    {
        api.Get<CompetitorList>("/competitors");
        api.Post<AddCompetitor>("/competitors");
        api.Get<CompetitorDetail>("/competitors/{competitor}");
        api.Patch<ChangeCompetitor>("/competitors/{competitor}");
        api.Post<FollowRival>("/competitors/{competitor}/accounts");
        api.Delete<UnfollowRival>("/competitors/{competitor}/accounts");
        api.Post<ArchiveCompetitor>("/competitors/{competitor}/archive");
        api.Post<RestoreCompetitor>("/competitors/{competitor}/restore");
        MapFigures(api);
        MapLearning(api);
        MapBorrowed(api);
    }

    private static void MapFigures(Routes api)
    {
        api.Get<SnapshotList>("/benchmark-snapshots");
        api.Post<RecordSnapshot>("/benchmark-snapshots");
        api.Delete<RemoveSnapshot>("/benchmark-snapshots/{snapshot}");
        api.Post<ImportSnapshots>("/benchmark-snapshots/import");
        api.Post<ReadRivals>("/benchmark-snapshots/read");
        api.Get<Benchmark>("/benchmark");
        api.Get<BenchmarkSeries>("/benchmark/series");
        api.Get<ShareOfVoice>("/share-of-voice");
        api.Get<WatchList>("/watch-terms");
        api.Post<WatchFor>("/watch-terms");
        api.Delete<StopWatching>("/watch-terms/{term}");
        api.Put<CountMentions>("/watch-terms/{term}/counts");
    }

    private static void MapLearning(Routes api)
    {
        api.Get<BestPracticeList>("/best-practices");
        api.Post<NotePractice>("/best-practices");
        api.Patch<ChangePractice>("/best-practices/{practice}");
        api.Post<ArchivePractice>("/best-practices/{practice}/archive");
        api.Get<SwotBoard>("/swot-points");
        api.Post<AddSwotPoint>("/swot-points");
        api.Patch<ChangeSwotPoint>("/swot-points/{point}");
        api.Delete<RemoveSwotPoint>("/swot-points/{point}");
        api.Get<InspirationLibrary>("/inspirations");
        api.Post<CollectInspiration>("/inspirations");
        api.Patch<ChangeInspiration>("/inspirations/{inspiration}");
        api.Put<ShowInspiration>("/inspirations/{inspiration}/picture");
        api.Get<InspirationPictureFile>("/inspirations/{inspiration}/picture");
        api.Post<ReuseInspiration>("/inspirations/{inspiration}/reuse");
    }

    private static void MapBorrowed(Routes api)
    {
        api.Get<BorrowedList>("/borrowed-tactics");
        api.Post<BorrowTactic>("/borrowed-tactics");
        api.Patch<ChangeBorrowed>("/borrowed-tactics/{borrowed}");
        api.Post<ActivateBorrowed>("/borrowed-tactics/{borrowed}/activate");
        api.Post<DropBorrowed>("/borrowed-tactics/{borrowed}/drop");
    }
}
