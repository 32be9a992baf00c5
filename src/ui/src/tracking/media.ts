/** The media that channel grouping understands. */
export const media = ['social', 'paid-social', 'video', 'paid-video', 'email', 'sms', 'affiliate', 'referral', 'cpc', 'display', 'audio', 'push', 'organic', 'print', 'qr'];
