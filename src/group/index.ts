export { emptyGroup, memberOf, stepGroup, type GroupMember, type GroupMood, type GroupState, type MemberMood } from './group.ts';
export type { Spread } from './average.ts';
