/** Why the agent decided as it did, as keys that every language puts into words. */
export const REASONS = [
  // What was said.
  'greeted', 'said-goodbye', 'thanked', 'asked-for-help', 'asked-about-agent', 'asked-to-repeat', 'asked-question', 'corrected', 'complained', 'small-talk',
  'refused', 'agreed', 'declined', 'reported', 'unclear-words', 'missed-words', 'unheard-words', 'spoke',
  /** Waved, or offered a hand. */
  'gestured',
  /** A person chose, not the agent. */
  'operator-chose',
  // What calls for care.
  'danger', 'danger-before', 'danger-unsure', 'boundary', 'reminder-due',
  // How it seems.
  'words-joyful', 'words-sad', 'words-angry', 'words-afraid', 'seems-joyful', 'seems-sad', 'seems-angry', 'seems-afraid',
  'mixed-feelings', 'weighs-heavily', 'getting-heavier', 'has-eased', 'nothing-stands-out',
  // Where the conversation stands.
  'somebody-came', 'still-about-it', 'not-yet-understood', 'understood', 'just-asked', 'suits-player', 'just-suggested', 'offered-before', 'refused-before', 'long-silence', 'unanswered',
  // What happened.
  'won', 'lost', 'stuck', 'progress', 'startled', 'waiting', 'alone', 'happened-again',
] as const;
/** One of {@link REASONS}: it tells why without any of the player's words, so a log may keep it. */
export type Reason = (typeof REASONS)[number];
