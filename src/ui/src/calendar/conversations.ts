import { answer, client, type components, useRead } from '../api';
import { useBrand } from '../shared';

export type Conversation = components['schemas']['ConversationView'];

/** A conversation where it stands in the calendar: it has a local time as a post has. */
export interface Talk {
  key: string;
  at: string;
  conversation: Conversation;
}

export const layer = 'conversation';

/** The planned conversations that touch a span of days. */
export function useTalks(from: string, to: string): Talk[] {
  const brand = useBrand();
  const query = { brand: brand.id, from, to };
  const read = useRead(['calendar', 'conversations', query], () => answer(client.GET('/api/v1/planned-conversations', { params: { query } })), { keep: true });
  return (read.data ?? []).map((conversation) => ({ key: conversation.id ?? `${conversation.path} ${conversation.sheet.at}`, at: conversation.sheet.at, conversation }));
}
