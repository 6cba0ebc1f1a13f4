import { Box, Button, Container, Group, List, Paper, Stack, Switch, Text, ThemeIcon, Title } from '@mantine/core';
import { type Icon, IconDeviceDesktop, IconEye, IconHeart } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { Wordmark } from './wordmark.tsx';

interface ConsentFormProps {
  readonly title: string;
  /** What is read, and why. Where it stays is the same everywhere. */
  readonly what: string;
  readonly whatIcon?: Icon;
  readonly why: string;
  readonly choose: string;
  /** What is chosen before anything is allowed. */
  readonly before?: ReactNode;
  /** The switches; all are off until chosen. */
  readonly children: ReactNode;
  readonly onBegin: () => void;
  readonly onWithout: () => void;
}

/** Says what is read, why and where, before the browser asks for anything. */
export function ConsentForm({ title, what, whatIcon = IconEye, why, choose, before, children, onBegin, onWithout }: ConsentFormProps) {
  const { t } = useTranslation();
  const lines = [[what, whatIcon], [why, IconHeart], [t('consent.where'), IconDeviceDesktop]] as const;
  return (
    <Container size={620} py="lg">
      <Group component="header" justify="space-between" mb={{ base: 'lg', sm: 40 }}>
        <Wordmark home="../" compact />
        <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
      </Group>
      <main>
        <Title order={1} fz={{ base: 28, sm: 36 }} mb="lg">{title}</Title>
        <List spacing="md" listStyleType="none" mb="xl">
          {lines.map(([line, LineIcon]) => (
            <List.Item key={line} icon={<ThemeIcon variant="light" size={30} radius="xl"><LineIcon size={17} aria-hidden /></ThemeIcon>}>
              <Text lh={1.5}>{line}</Text>
            </List.Item>
          ))}
        </List>
        {before && <Box mb="xl">{before}</Box>}
        <Paper withBorder radius="lg" p="lg">
          <Title order={2} size="h5" mb="md">{choose}</Title>
          <Stack gap="lg">{children}</Stack>
        </Paper>
        <Group mt="lg" gap="sm">
          <Button size="md" data-testid="consent-continue" onClick={onBegin}>{t('consent.begin')}</Button>
          <Button size="md" variant="default" data-testid="consent-without" onClick={onWithout}>{t('consent.without')}</Button>
        </Group>
        <Text size="sm" c="dimmed" mt="md">{t('consent.later')}</Text>
      </main>
    </Container>
  );
}

interface ConsentSwitchProps {
  readonly words: 'camera' | 'microphone' | 'words' | 'memory';
  /** What it is for, where the usual sentence does not say it. */
  readonly help?: string;
  readonly icon: Icon;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One thing that may be used or not. */
export function ConsentSwitch({ words, help, icon: SenseIcon, checked, onChange }: ConsentSwitchProps) {
  const { t } = useTranslation();
  return (
    <Switch
      size="md"
      labelPosition="left"
      data-testid={`consent-${words}`}
      styles={{ body: { justifyContent: 'space-between' }, labelWrapper: { flex: 1 } }}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={<Group gap={8} component="span" wrap="nowrap"><SenseIcon size={18} aria-hidden />{t(`consent.${words}`)}</Group>}
      description={help ?? t(`consent.${words}Help`)}
    />
  );
}
