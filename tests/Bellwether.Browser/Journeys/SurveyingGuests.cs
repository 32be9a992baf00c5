using System.Text.RegularExpressions;
using Bellwether.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>A survey is built and opened; a guest on a telephone without script answers it once; its owner reads what that is worth.</summary>
internal static class SurveyingGuests
{
    private const string HowLikely = "How likely are you to recommend us?";

    public static async Task SurveyAsync(Visitor ana)
    {
        await BuildAsync(ana);
        var invitation = await InviteAsync(ana);
        await Look.AtPublicPageAsync(ana.App, new Uri(await ana.Field("Address", ana.Panel).InputValueAsync()).AbsolutePath);
        await AnswerAsync(ana, invitation);
        await ReadAsync(ana);
    }

    private static async Task BuildAsync(Visitor ana)
    {
        await ana.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Surveys", Exact = true }).ClickAsync();
        await ana.PressAsync("Add a survey");
        await ana.FillAsync("Title", "How was lunch?", ana.Dialog);
        await ana.FillAsync("Said above the questions", "Three questions, one minute.", ana.Dialog);
        var first = await QuestionAsync(ana, 1, HowLikely, "How likely, 0 to 10");
        await first.GetByLabel("Needed").CheckAsync();
        var second = await QuestionAsync(ana, 2, "How did you hear of us?", "How they heard of you");
        await ana.FillAsync("Answers to choose from", "Instagram\nA friend", second);
        var third = await QuestionAsync(ana, 3, "Your e-mail", "In own words");
        await third.GetByLabel("Asks who somebody is").CheckAsync();
        await ana.PressAsync("Save", ana.Dialog);
        await ana.SeesHeadingAsync("How was lunch?");
        // Nobody is asked who they are without being told what for.
        await ana.PressAsync("Open it", ana.Panel);
        await ana.SeesAsync("A question asks who somebody is. Write what they agree to.");
        await ana.PressAsync("Change", ana.Panel);
        await ana.FillAsync("What people agree to who tell who they are", "We write to you once.", ana.Dialog);
        await ana.PressAsync("Save", ana.Dialog);
        await Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await ana.PressAsync("Open it", ana.Panel);
        await ana.SeesAsync("The survey is open.");
    }

    private static async Task<ILocator> QuestionAsync(Visitor ana, int number, string text, string kind)
    {
        if (number > 1)
        {
            await ana.PressAsync("Add a question", ana.Dialog);
        }

        var question = ana.Dialog.GetByRole(AriaRole.Group, new() { Name = $"Question {number}", Exact = true });
        await ana.FillAsync("Question", text, question, exact: true);
        await ana.ChooseAsync("Kind", kind, question);
        return question;
    }

    /// <summary>One address that takes one answer, for people who are customers already.</summary>
    private static async Task<string> InviteAsync(Visitor ana)
    {
        await ana.PressAsync("Make invitations", ana.Panel);
        await ana.FillAsync("For which mailing or counter", "Slips on the counter", ana.Dialog);
        await ana.FillAsync("How many", "1", ana.Dialog);
        await ana.ChooseAsync("Whose answers", "Customers", ana.Dialog);
        await ana.PressAsync("Make invitations", ana.Dialog);
        return new Uri((await ana.Field("Copy these now. They are not shown again.", ana.Panel).InputValueAsync()).Trim()).PathAndQuery;
    }

    /// <summary>Two mistakes are said beside their questions and nothing written is lost; the second answer is refused in words.</summary>
    private static async Task AnswerAsync(Visitor ana, string invitation)
    {
        var guest = await Visitor.AtAsync(ana.App, new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        await guest.GoAsync(invitation);
        await guest.SeesHeadingAsync("How was lunch?");
        await guest.Page.GetByLabel("Instagram").CheckAsync();
        await guest.PressAsync("Send my answers");
        await guest.SeesAsync("Some answers need another look. Nothing was sent yet.");
        await Expect(guest.Page.GetByLabel("Instagram")).ToBeCheckedAsync();
        await guest.Page.GetByRole(AriaRole.Group, new() { Name = HowLikely }).GetByLabel("9", new() { Exact = true }).CheckAsync();
        await guest.FillAsync("Your e-mail", "paula@example.org");
        await guest.PressAsync("Send my answers");
        await guest.SeesAsync("Agree below, or leave that field empty.");
        await guest.Page.GetByLabel("I agree.").CheckAsync();
        await guest.PressAsync("Send my answers");
        await guest.SeesHeadingAsync("Thank you");

        await guest.GoAsync(invitation);
        await guest.SeesHeadingAsync("Answered already");
        await guest.SeesAsync("Your first answer counts; nothing more was stored.");
    }

    /// <summary>One answer is shown for what it is: with its number and an interval, apart for customers and those who are not.</summary>
    private static async Task ReadAsync(Visitor ana)
    {
        await ana.Page.ReloadAsync();
        var results = ana.Panel.GetByRole(AriaRole.Region, new() { Name = "Results" });
        await ana.SeesAsync("One answer.", results);
        await Expect(results.GetByText("Net promoter score")).ToHaveTextAsync(new Regex(@"100\. Too few answers to rely on: with more it could be anything from [−-]48 to 100\. Collect at least 30\."));
        await ana.SeesAsync("1 of 1 said so; too few to say more", results);
        await results.GetByText("Not yet customers", new() { Exact = true }).ClickAsync();
        await ana.SeesAsync("0 answers.", results);
        await results.GetByText("Customers", new() { Exact = true }).ClickAsync();
        await ana.SeesAsync("One answer.", results);
    }
}
