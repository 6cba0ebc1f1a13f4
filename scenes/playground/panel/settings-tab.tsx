import { Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { FUSION_METHODS, type FusionMethod } from 'attune';
import { useAgentState } from 'attune/react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../shared/language-switch.tsx';
import { ThemeSwitch } from '../../shared/theme-switch.tsx';
import type { AvatarChoice } from '../avatar-choice.ts';
import { useMeeting } from '../meeting-context.ts';
import type { Query } from '../query.ts';
import type { XrSupport } from '../../shared/use-xr-support.ts';
import { CountryPicker } from '../help/country-picker.tsx';
import { CharacterPicker } from '../characters/character-picker.tsx';
import type { Who } from '../characters/characters.ts';
import { WordsPicker } from '../words/words-picker.tsx';
import { AvatarPicker } from './avatar-picker.tsx';
import { HearingPicker } from './hearing-picker.tsx';
import { MusicPicker } from './music-picker.tsx';
import { VoicePicker } from './voice-picker.tsx';

export interface SettingsTabProps {
  readonly query: Query;
  readonly vr: XrSupport;
  readonly avatar: AvatarChoice;
  readonly onAvatar: (change: (before: AvatarChoice) => AvatarChoice) => void;
  /** Meets somebody else: that is a new meeting. */
  readonly onWho: (who: Who) => void;
  readonly still: boolean;
  readonly onStill: (still: boolean) => void;
}

/** Everything that can be changed while the meeting goes on. */
export function SettingsTab({ query, vr, onAvatar, onWho, still, onStill }: SettingsTabProps) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const name = useAgentState((state) => state.character.name);
  const mode = useAgentState((state) => state.compliance.mode);
  const fusion = useAgentState((state) => state.fusion.method);
  const [assets, setAssets] = useState(query.assets);
  const apply = (): void => {
    const next = new URL(location.href);
    next.searchParams.set('assets', assets);
    location.href = next.href;
  };
  return (
    <Stack gap="lg">
      <Row label={t('settings.language')}><LanguageSwitch onChange={(language) => meeting.setLanguage(language)} /></Row>
      <Row label={t('settings.theme')}><ThemeSwitch /></Row>
      <CountryPicker />
      <div>
        <CharacterPicker label={t('characters.title')} value={meeting.who} assets={query.assets} onChange={onWho} />
        <Text size="xs" c="dimmed" mt={6}>{t('characters.anew')}</Text>
      </div>
      <WordsPicker />
      <Switch checked={still} label={t('settings.motion', { name })} description={t('settings.motionHelp')} onChange={(event) => onStill(event.currentTarget.checked)} />
      <VoicePicker />
      <MusicPicker />
      {mode !== 'text-only' && <HearingPicker />}
      <Select
        label={t('settings.fusion')} description={t('settings.fusionHelp')} allowDeselect={false} data-testid="fusion"
        data={FUSION_METHODS.toReversed().map((value) => ({ value, label: t(`settings.fusions.${value}`) }))} value={fusion}
        onChange={(value) => meeting.chooseFusion(value as FusionMethod)}
      />
      <div>
        <Text size="sm" fw={500}>{t('settings.mode')}</Text>
        <Text size="xs" c="dimmed" data-testid="compliance" data-mode={mode}>{t(`settings.modes.${mode}`)} {t('settings.modeHelp')}</Text>
      </div>
      <AvatarPicker query={query} onAvatar={onAvatar} />
      <div>
        <Text size="sm" fw={500}>{t('settings.vr')}</Text>
        <Text size="xs" c="dimmed">{vr === 'ready' ? t('settings.vrReady') : t(vr === 'insecure' ? 'vr.insecure' : 'vr.unsupported')}</Text>
      </div>
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput flex={1} label={t('settings.assets')} description={t('settings.assetsHelp')} value={assets} onChange={(event) => setAssets(event.currentTarget.value)} />
        <Button variant="default" disabled={assets === query.assets || assets === ''} onClick={apply}>{t('settings.apply')}</Button>
      </Group>
    </Stack>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return <Group justify="space-between" gap="xs"><Text size="sm" fw={500}>{label}</Text>{children}</Group>;
}
