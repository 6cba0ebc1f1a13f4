import { Anchor, CloseButton, Group, List, Paper, Text, Title } from '@mantine/core';
import { IconLifebuoy, IconPhone } from '@tabler/icons-react';
import { helpFor } from 'attune';
import { useAgentState } from 'attune/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../meeting-context.ts';
import { countryName, helpIn } from './country.ts';
import classes from './help-card.module.css';

/** Numbers that are told and not dialled, such as an address of a page, are no telephone numbers. */
const isNumber = (contact: string): boolean => /^[\d\s+-]+$/.test(contact);

/** Where people answer, while somebody may be in danger. It stays beside the conversation until it is closed. */
export function HelpCard({ onCountry }: { onCountry: () => void }) {
  const { t, i18n } = useTranslation();
  const locale = useMeetingView((view) => view.locale);
  const crisis = useAgentState((state) => state.safety.crisis);
  const language = useAgentState((state) => state.language);
  const [closed, setClosed] = useState<string | null>(null);
  if (!crisis || closed === crisis.kind) return null;
  const resources = helpFor(crisis.kind, language, helpIn(locale));
  return (
    <Paper className={classes.card} radius="lg" p="md" shadow="sm" component="section" aria-label={t('help.title')} data-testid="help-card">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Group gap="xs" wrap="nowrap"><IconLifebuoy size={20} aria-hidden className={classes.mark} /><Title order={2} size="h5">{t('help.title')}</Title></Group>
        <CloseButton size="sm" aria-label={t('help.close')} onClick={() => setClosed(crisis.kind)} />
      </Group>
      <List listStyleType="none" mt="xs" className={classes.list}>
        {resources.length === 0 && <List.Item><Text size="sm">{t('help.emergency')}</Text></List.Item>}
        {resources.map(({ name, contact }) => (
          <List.Item key={`${name} ${contact}`}>
            <Text size="sm" component="span">{name} </Text>
            {isNumber(contact)
              ? <Anchor href={`tel:${contact.replaceAll(/\s/g, '')}`} fw={700} className={classes.number}><IconPhone size={14} aria-hidden />{contact}</Anchor>
              : <Text component="span" fw={700}>{contact}</Text>}
          </List.Item>
        ))}
        {crisis.kind !== 'medical' && <List.Item><Text size="sm" c="dimmed">{t('help.anywhere')} <Anchor href="https://findahelpline.com" target="_blank" rel="noopener noreferrer">findahelpline.com</Anchor></Text></List.Item>}
      </List>
      <Text size="xs" c="dimmed" mt={6}>
        {locale === null ? t('help.nowhere') : t('help.of', { country: countryName(locale, i18n.language) })} <Anchor component="button" type="button" size="xs" onClick={onCountry} data-testid="help-country">{t('help.change')}</Anchor>
      </Text>
    </Paper>
  );
}
