import { Button, Container, Group, List, Paper, Stack, Switch, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCamera, IconDeviceDesktop, IconEye, IconHeart, IconMicrophone, IconNotes } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { Wordmark } from '../shared/wordmark.tsx';
import { DevicePicker } from './device-picker.tsx';
import { AGENT_NAME, type Consent } from './meeting.ts';

const NOTHING: Consent = { face: false, voice: false, words: false, devices: { face: null, voice: null } };
const LINES = [['what', IconEye], ['why', IconHeart], ['where', IconDeviceDesktop]] as const;
const CHOICES = [['face', 'camera', IconCamera], ['voice', 'microphone', IconMicrophone], ['words', 'words', IconNotes]] as const;

/** Says what is read, why and where, before the browser asks for anything. All is off until chosen. */
export function ConsentPage({ onConsent }: { onConsent: (consent: Consent) => void }) {
  const { t } = useTranslation();
  const [consent, setConsent] = useState(NOTHING);
  const name = AGENT_NAME;
  const setDevice = (sense: 'face' | 'voice') => (id: string | null) => setConsent((before) => ({ ...before, devices: { ...before.devices, [sense]: id } }));
  return (
    <Container size={620} py="lg">
      <Group component="header" justify="space-between" mb={{ base: 'lg', sm: 40 }}>
        <Wordmark home="../" compact />
        <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
      </Group>
      <main>
        <Title order={1} fz={{ base: 28, sm: 36 }} mb="lg">{t('consent.title', { name })}</Title>
        <List spacing="md" listStyleType="none" mb="xl">
          {LINES.map(([line, Icon]) => (
            <List.Item key={line} icon={<ThemeIcon variant="light" size={30} radius="xl"><Icon size={17} aria-hidden /></ThemeIcon>}>
              <Text lh={1.5}>{t(`consent.${line}`, { name })}</Text>
            </List.Item>
          ))}
        </List>
        <Paper withBorder radius="lg" p="lg">
          <Title order={2} size="h5" mb="md">{t('consent.choose')}</Title>
          <Stack gap="lg">
            {CHOICES.map(([key, words, Icon]) => (
              <Stack key={key} gap="xs">
                <Switch
                  size="md"
                  labelPosition="left"
                  data-testid={`consent-${words}`}
                  styles={{ body: { justifyContent: 'space-between' }, labelWrapper: { flex: 1 } }}
                  checked={consent[key]}
                  onChange={(event) => {
                    const { checked } = event.currentTarget;
                    setConsent((before) => ({ ...before, [key]: checked }));
                  }}
                  label={<Group gap={8} component="span" wrap="nowrap"><Icon size={18} aria-hidden />{t(`consent.${words}`)}</Group>}
                  description={t(`consent.${words}Help`)}
                />
                {key !== 'words' && consent[key] && <DevicePicker sense={key} value={consent.devices[key]} onChange={setDevice(key)} />}
              </Stack>
            ))}
          </Stack>
        </Paper>
        <Group mt="lg" gap="sm">
          <Button size="md" data-testid="consent-continue" onClick={() => onConsent(consent)}>{t('consent.begin')}</Button>
          <Button size="md" variant="default" data-testid="consent-without" onClick={() => onConsent(NOTHING)}>{t('consent.without')}</Button>
        </Group>
        <Text size="sm" c="dimmed" mt="md">{t('consent.later')}</Text>
      </main>
    </Container>
  );
}
