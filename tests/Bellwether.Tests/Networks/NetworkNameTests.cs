using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Tests.Networks;

public sealed class NetworkNameTests
{
    [Theory]
    [InlineData("Twitter", "x")]
    [InlineData("google business", "google_business")]
    [InlineData(" Neighbours' board ", "neighbours'-board")]
    [InlineData("ВКонтакте", "вконтакте")]
    public void A_network_is_known_by_its_name_and_one_nobody_described_is_taken_as_it_is(string typed, string key) => NetworkName.Of(typed).ShouldBe(key);

    [Theory]
    [InlineData("<b>")]
    [InlineData("\"; DROP TABLE channels")]
    [InlineData("...")]
    [InlineData("a\nb")]
    public void What_can_be_no_name_is_refused_in_words(string typed)
    {
        Should.Throw<ProblemException>(() => NetworkName.Of(typed)).Code.ShouldBe("network-name");
        NetworkName.Perhaps(typed).ShouldBeNull();
    }
}
