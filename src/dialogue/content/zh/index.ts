import type { ContentFile } from '../content.ts';
import { ABOUT_AGENT } from './about-agent.ts';
import { ASKED } from './asked.ts';
import { AWAY } from './away-from-home.ts';
import { COMPLAINT } from './complaint.ts';
import { EVERYDAY } from './everyday.ts';
import { FACTS } from './facts.ts';
import { FAMILY } from './family.ts';
import { FEELINGS } from './feelings.ts';
import { FRIENDS } from './friends.ts';
import { GAME } from './game.ts';
import { GAME_EVENTS } from './game-events.ts';
import { HEALTH } from './health.ts';
import { LOSS } from './loss.ts';
import { NAMED_FEELINGS } from './named-feelings.ts';
import { OPENING_CLOSING } from './opening-closing.ts';
import { QUIET } from './quiet.ts';
import { SHAME } from './shame.ts';
import { SLEEP } from './sleep.ts';
import { SMALL_TALK } from './small-talk.ts';
import { STAGE } from './stage.ts';
import { STUDY } from './study.ts';
import { TURNS } from './turns.ts';
import { WINS } from './wins.ts';
import { WORK } from './work.ts';

/** Everything that is said in Chinese. */
export const CHINESE_CONTENT: readonly ContentFile[] = [
  FACTS, OPENING_CLOSING, QUIET, ABOUT_AGENT, ASKED, TURNS, EVERYDAY, FEELINGS, NAMED_FEELINGS, SMALL_TALK, GAME_EVENTS,
  LOSS, STUDY, GAME, WORK, AWAY, COMPLAINT, FRIENDS, SLEEP, STAGE, FAMILY, WINS, SHAME, HEALTH,
];
