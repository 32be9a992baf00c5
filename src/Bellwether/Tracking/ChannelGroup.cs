namespace Bellwether.Tracking;

/// <summary>The default channel groups, by the published rules of Google Analytics 4, with AI assistants as a group of their own.</summary>
public enum ChannelGroup
{
    Direct,
    CrossNetwork,
    PaidShopping,
    PaidSearch,
    PaidSocial,
    PaidVideo,
    Display,
    PaidOther,
    OrganicShopping,
    OrganicSocial,
    OrganicVideo,
    OrganicSearch,
    AiAssistants,
    Email,
    Affiliates,
    Referral,
    Audio,
    Sms,
    MobilePush,
    Unassigned,
}

/// <summary>What groups have in common.</summary>
public static class ChannelGroups
{
    /// <summary>Whether it is a social network, paid or not, videos among them.</summary>
    public static bool IsSocial(this ChannelGroup group) => group is ChannelGroup.OrganicSocial or ChannelGroup.PaidSocial or ChannelGroup.OrganicVideo or ChannelGroup.PaidVideo;
}
