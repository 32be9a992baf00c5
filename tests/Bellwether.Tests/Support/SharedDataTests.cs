using Xunit.Sdk;

namespace Bellwether.Tests.Support;

public sealed class SharedDataTests
{
    [Fact]
    public void What_is_absent_skips_the_test_and_says_which()
    {
        var skip = Should.Throw<SkipException>(() => SharedData.File("no/such/file.csv"));

        skip.Message.ShouldContain(SharedData.AbsentMark);
        skip.Message.ShouldEndWith("no/such/file.csv");
    }

    [Fact]
    public void What_is_there_is_found()
    {
        File.ReadAllText(SharedData.File("README.md")).ShouldNotBeEmpty();
        Directory.GetFiles(SharedData.FolderOf("posts")).ShouldNotBeEmpty();
    }
}
