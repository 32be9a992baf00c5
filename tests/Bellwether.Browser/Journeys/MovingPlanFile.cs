using Bellwether.Tests.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 12: the whole plan leaves as one file, enters an empty installation and leaves it as the same bytes.</summary>
internal static class MovingPlanFile
{
    public static async Task ThroughAnEmptyProgramAsync(Visitor ana, string plan)
    {
        var first = await SaveAsync(ana, $"/plan?plan={plan}");
        await using var elsewhere = await AppProcess.Start();
        var otto = await Visitor.AtAsync(elsewhere);
        await otto.SetUpAsync("Another brand", "Otto Lind", "otto@example.org");

        await otto.GoAsync("/plan/new");
        var chooser = await otto.Page.RunAndWaitForFileChooserAsync(() => otto.PressAsync("Open a plan file"));
        await chooser.SetFilesAsync(new FilePayload { Name = "plan.yaml", MimeType = "application/yaml", Buffer = first });
        await otto.SeesHeadingAsync(Story.Plan);
        (await SaveAsync(otto, new Uri(otto.Page.Url).PathAndQuery)).ShouldBe(first, "the same bytes");

        // The same file again is refused as long as nobody asks for a copy.
        await otto.GoAsync("/plan/new");
        chooser = await otto.Page.RunAndWaitForFileChooserAsync(() => otto.PressAsync("Open a plan file"));
        await chooser.SetFilesAsync(new FilePayload { Name = "plan.yaml", MimeType = "application/yaml", Buffer = first });
        await otto.SeesAsync("is here already");
        await otto.PressAsync("Add it as a copy");
        await otto.SeesHeadingAsync(Story.Plan);
    }

    private static async Task<byte[]> SaveAsync(Visitor person, string path)
    {
        await person.GoAsync(path);
        await person.SeesHeadingAsync(Story.Plan);
        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.PickAsync("More", "Save as a file"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
