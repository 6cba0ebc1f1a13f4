/** What a chat tells of the people in it, for Node: mood over time, heat, who answers whom, who falls silent. No word of it is kept. */
export type { ChatMessage, MessageReading } from './chat-message.ts';
export type { CommunityReport } from './community-report.ts';
export { createCommunity } from './create-community.ts';
