export { createFloor, type Floor, type FloorVoice } from './floor.ts';
export { emptyGroup, memberOf, stepGroup, type GroupMember, type GroupMood, type GroupState, type MemberMood } from './group.ts';
export { type InView, membersInView, NOBODY_IN_VIEW, seePeople, type SeenInView } from './in-view.ts';
export { shareSource, type SharedSource } from './shared-source.ts';
export { averageOf, type Spread } from './average.ts';
export { HEAT_TURNS, type Heat, type HeatedTurn, heatOf } from './heat.ts';
