import { ActionIcon, Badge, Text, TextInput, Tooltip } from '@mantine/core';
import { IconEar, IconX } from '@tabler/icons-react';
import { type Belief, certainty } from 'attune';
import { socialMood, type TablePerson } from 'attune/scenario';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../../../shared/measures.ts';
import type { SocialPanelProps } from './panel-props.ts';
import classes from './panel.module.css';
import type { AtRoom } from './talk-at-table.tsx';

/** From here on a mood leans to one side, in valence; under this certainty it is not known. */
const LEANS = 0.15;
const KNOWN = 0.15;

/** Which way a mood leans, or that it is not known. */
export const leaning = (valence: Belief): 'unknown' | 'pleasant' | 'unpleasant' | 'even' =>
  (certainty(valence) < KNOWN ? 'unknown' : valence.mean > LEANS ? 'pleasant' : valence.mean < -LEANS ? 'unpleasant' : 'even');

/** Who sits where, how much each has spoken, how each appears, and who would rather listen. */
export function Seats({ table, state: { policy }, language, at, room }: SocialPanelProps & AtRoom) {
  const { t } = useTranslation('pack');
  const people = useSyncExternalStore(table.subscribe, () => table.people);
  const mood = socialMood(policy);
  return (
    <ul className={classes.seats}>
      {people.map((person) => {
        const { seat } = person;
        const name = table.nameOf(seat, language);
        const known = mood.people.find((each) => each.seat === seat);
        const declined = policy.people.find((each) => each.seat === seat)?.declined ?? false;
        const mark = policy.cooling?.waitsFor === seat ? 'turn' : policy.invited === seat ? 'asked' : null;
        return (
          <li key={seat} className={classes.seat} data-testid={`seat-${seat}`} data-declined={declined}>
            <span className={classes.letter} data-mood={known ? leaning(known.appears.valence) : 'unknown'} aria-hidden>{seat.toUpperCase()}</span>
            <div className={classes.who}>
              {room ? <Text size="sm" fw={600}>{name}</Text> : <NameField table={table} person={person} />}
              <div className={classes.share} aria-hidden><span style={{ width: `${100 * (known?.share ?? 0)}%` }} /></div>
              <Text size="xs" c="dimmed">
                {known?.share === null || !known ? t('seats.noShare') : t('seats.share', { share: percent(known.share) })} · {t(`group.moods.${known ? leaning(known.appears.valence) : 'unknown'}`)}
                {mark && <Badge size="sm" ml={6} variant="light" color="clay" tt="none" fw={500} data-testid="seat-mark">{t(`seats.${mark}`)}</Badge>}
              </Text>
            </div>
            {(!room || room.seat === seat) && <Tooltip label={t('seats.listens', { name })}>
              <ActionIcon variant={declined ? 'filled' : 'subtle'} color="gray" aria-pressed={declined} aria-label={t('seats.listens', { name })} onClick={() => (room ? room.listen(!declined) : at.tell({ about: 'listens', seat, only: !declined }))} data-testid={`listens-${seat}`}><IconEar size={18} aria-hidden /></ActionIcon>
            </Tooltip>}
            {!room && <Tooltip label={t('seats.leave', { name })}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('seats.leave', { name })} onClick={() => table.leave(seat)}><IconX size={18} aria-hidden /></ActionIcon>
            </Tooltip>}
          </li>
        );
      })}
      {people.length < 2 && <Text size="sm" c="dimmed">{t('seats.one')}</Text>}
    </ul>
  );
}

/** A name that its owner types; what cannot be is told under it, and the old one stays. */
function NameField({ table, person: { seat, name } }: { readonly table: SocialPanelProps['table']; readonly person: TablePerson }) {
  const { t, i18n } = useTranslation('pack');
  const [typed, setTyped] = useState(name ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const keep = (): void => {
    try {
      table.rename(seat, typed);
      setFault(null);
    } catch (thrown) {
      setFault((thrown as Error).message);
    }
  };
  return (
    <TextInput
      size="xs" variant="unstyled" className={classes.name} value={typed} maxLength={24} placeholder={table.nameOf(seat, i18n.language === 'zh' ? 'zh' : 'en')} aria-label={t('seats.name', { seat: seat.toUpperCase() })} error={fault}
      onChange={(event) => setTyped(event.currentTarget.value)} onBlur={keep} onKeyDown={(event) => event.key === 'Enter' && keep()} data-testid={`name-${seat}`} autoComplete="off"
    />
  );
}
