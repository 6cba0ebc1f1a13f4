export { allowOnly } from './allowed-content.ts';
export { createCameraPresence } from './camera-presence.ts';
export { ALWAYS_ALLOWED, KIOSK_SCHEMA, type KioskConfig, type KioskTimes, parseKioskConfig } from './config.ts';
export { EMPTY_HEALTH, type HealthDay, type HealthEntry, type HealthNote, type HealthRecord, noteHealth, readHealth, type Restarted, type RestartReason } from './health-log.ts';
export { NOBODY_SEEN, noticePresence, type Presence, PRESENCE_HEIGHT, PRESENCE_WIDTH } from './notice-presence.ts';
export { createChannelPresence, createKeyPresence, joinPresence, type PresenceListener, type PresenceSensor } from './presence-sensor.ts';
export { isQuiet, type QuietHours, quietUntil, type WallTime, wallTime, type Weekday, WEEKDAYS } from './quiet-hours.ts';
export { firstKioskState, isVisit, type KioskEvent, type KioskStage, type KioskState, stepKiosk, timeLeft } from './visits.ts';
export { feelPulse, FIRST_PULSE, type Pulse, recentReloads, type Reloads, reloadIn, STANDSTILL, standsStill } from './watchdog.ts';
