import { Stack } from '@mantine/core';
import type { ComplianceMode } from 'attune';
import { IconCamera, IconHeartHandshake, IconMicrophone, IconNotes } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentForm, ConsentSwitch } from '../shared/consent.tsx';
import { DevicePicker } from '../shared/device-picker.tsx';
import { CharacterPicker } from './characters/character-picker.tsx';
import { NAMES, type Who } from './characters/characters.ts';
import type { Consent } from './meeting.ts';
import { isRemembered } from './own-memory.ts';

const NOTHING: Consent = { face: false, voice: false, words: false, memory: false, devices: { face: null, voice: null } };
const CHOICES = [['face', 'camera', IconCamera], ['voice', 'microphone', IconMicrophone], ['words', 'words', IconNotes], ['memory', 'memory', IconHeartHandshake]] as const;

interface ConsentPageProps {
  /** What may be read of the player. */
  readonly mode: ComplianceMode;
  /** Whether the player may choose to be remembered. */
  readonly remembers: boolean;
  /** How many before the camera are followed. */
  readonly people: number;
  readonly who: Who;
  readonly assets: string;
  readonly onWho: (who: Who) => void;
  readonly onConsent: (consent: Consent) => void;
}

/** Whom the player meets, and which senses they allow. */
export function ConsentPage({ mode, remembers, people, who, assets, onWho, onConsent }: ConsentPageProps) {
  const { t } = useTranslation();
  const [consent, setConsent] = useState(() => ({ ...NOTHING, memory: remembers && isRemembered() }));
  const name = NAMES[who.id];
  const setDevice = (sense: 'face' | 'voice') => (id: string | null) => setConsent((before) => ({ ...before, devices: { ...before.devices, [sense]: id } }));
  const helpFor = (key: (typeof CHOICES)[number][0]): { readonly help?: string } => {
    if (key === 'face' && people > 1) return { help: t('consent.peopleHelp', { count: people }) };
    return (key === 'face' || key === 'voice') && mode === 'expression-reactive' ? { help: t(`consent.reactive.${key}`) } : {};
  };
  return (
    <ConsentForm
      title={t('consent.title', { name })} what={t(`consent.what.${mode}`, { name })} why={t(`consent.why.${mode}`, { name })} choose={t('consent.choose', { name })}
      before={<CharacterPicker row label={t('characters.title')} value={who.id} assets={assets} onChange={onWho} />}
      onBegin={() => onConsent(consent)} onWithout={() => onConsent({ ...NOTHING, memory: consent.memory })}
    >
      {CHOICES.filter(([key]) => (key === 'memory' ? remembers : key === 'words' || mode !== 'text-only')).map(([key, words, icon]) => (
        <Stack key={key} gap="xs">
          <ConsentSwitch words={words} {...helpFor(key)} icon={icon} checked={consent[key]} onChange={(checked) => setConsent((before) => ({ ...before, [key]: checked }))} />
          {(key === 'face' || key === 'voice') && consent[key] && <DevicePicker sense={key} value={consent.devices[key]} onChange={setDevice(key)} />}
        </Stack>
      ))}
    </ConsentForm>
  );
}
