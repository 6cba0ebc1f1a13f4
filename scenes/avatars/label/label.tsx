import { ActionIcon, Anchor, Button, Collapse, Group, Paper, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconFileUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CHARACTERS, NAMES, shipped } from '../avatar-choice.ts';
import type { Query } from '../query.ts';
import { useRehearsal, useRehearsalView } from '../rehearsal-context.ts';
import { nameLicence, type ShownAvatar } from '../shown-avatar.ts';
import { Lacks } from './lacks.tsx';
import classes from './label.module.css';

interface LabelProps {
  readonly query: Query;
  readonly opened: boolean;
  readonly onToggle: () => void;
  /** Asks for a file. */
  readonly onFile: () => void;
}

/** Like the label beside a picture: who it is, who made it, what may be done with it. And who else could be here. */
export function Label({ query, opened, onToggle, onFile }: LabelProps) {
  const { t } = useTranslation();
  const { choose } = useRehearsal();
  const shown = useRehearsalView((view) => view.shown);
  const character = useRehearsalView(({ loading, choice, shown: there }) => (loading === null ? there : choice)?.character ?? null);
  return (
    <Paper component="section" className={classes.label} radius="lg" shadow="sm" aria-label={t('avatars.label.title')} data-testid="label">
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <SegmentedControl
          size="sm" withItemsBorders={false} className={classes.who} aria-label={t('avatars.label.who')} value={character ?? ''} data-testid="characters"
          data={CHARACTERS.map((value) => ({ value, label: NAMES[value] }))}
          onChange={(value) => {
            const next = CHARACTERS.find((each) => each === value);
            if (next) choose(shipped(next, query));
          }}
        />
        <Tooltip label={t('avatars.label.file')}>
          <ActionIcon size={34} variant="default" aria-label={t('avatars.label.file')} onClick={onFile} data-testid="choose-file"><IconFileUpload size={18} aria-hidden /></ActionIcon>
        </Tooltip>
        <ActionIcon size={34} variant="subtle" color="gray" aria-label={t('avatars.label.more')} aria-expanded={opened} onClick={onToggle} data-testid="label-toggle">
          {opened ? <IconChevronDown size={18} aria-hidden /> : <IconChevronUp size={18} aria-hidden />}
        </ActionIcon>
      </Group>
      <Collapse expanded={opened && shown !== null}>{shown && <Facts shown={shown} onFile={onFile} />}</Collapse>
    </Paper>
  );
}

function Facts({ shown, onFile }: { shown: ShownAvatar; onFile: () => void }) {
  const { t, i18n } = useTranslation();
  const { name, authors, licence, version, triangles, lacks } = shown;
  const terms = licence === null ? null : nameLicence(licence);
  return (
    <div className={classes.facts}>
      <Text fw={700} size="lg" lh={1.3} data-testid="avatar-name">{name}</Text>
      {authors.length > 0 && <Text size="sm" c="dimmed" data-testid="avatar-authors">{t('settings.by', { authors: authors.join(', ') })}</Text>}
      <Text size="sm" mt={6} data-testid="avatar-licence">
        {t('avatars.label.licence')}{' '}
        {terms === null && t('avatars.label.noLicence')}
        {terms?.href && <Anchor href={terms.href} target="_blank" rel="noopener noreferrer" inherit underline="always">{terms.name}</Anchor>}
        {terms && !terms.href && terms.name}
      </Text>
      <Text size="sm" c="dimmed">{t('avatars.label.figures', { version, triangles: triangles.toLocaleString(i18n.language) })}</Text>
      <Lacks lacks={lacks} />
      <Button mt="sm" fullWidth size="sm" variant="light" leftSection={<IconFileUpload size={16} aria-hidden />} onClick={onFile}>{t('avatars.label.own')}</Button>
      <Text size="xs" c="dimmed" mt={6}>{t('avatars.label.ownHelp')}</Text>
    </div>
  );
}
