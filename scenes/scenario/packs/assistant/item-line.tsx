import { ActionIcon, Badge, Checkbox, Group, Text, Tooltip } from '@mantine/core';
import { IconBell, IconHourglass, IconNote, IconTrash } from '@tabler/icons-react';
import type { Item } from 'attune/scenario';
import { useTranslation } from 'react-i18next';
import { clockFace } from '../../../shared/uplot-options.ts';
import type { PageLanguage } from '../../../shared/words.ts';

interface ItemLineProps {
  readonly item: Item;
  readonly words: string;
  readonly language: PageLanguage;
  readonly onTell: (about: 'done' | 'undone' | 'deleted') => void;
}

const ICONS = { timer: IconHourglass, reminder: IconBell, note: IconNote, task: null };

/** One thing that is kept, with when it is due. */
export function ItemLine({ item: { kind, due, day, done, moved }, words, language, onTell }: ItemLineProps) {
  const { t } = useTranslation('pack');
  const what = words || t('unnamed');
  const KindIcon = ICONS[kind];
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start" mb={8} data-testid="item" data-kind={kind} data-done={done}>
      {kind === 'note' || kind === 'timer'
        ? KindIcon && <KindIcon size={20} aria-label={t(`kinds.${kind}`)} style={{ flex: 'none', opacity: 0.7 }} />
        : <Checkbox checked={done} onChange={() => onTell(done ? 'undone' : 'done')} aria-label={t(done ? 'again' : 'finish', { what })} data-testid="item-done" />}
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" {...(done && { td: 'line-through', c: 'dimmed' })}>{what}</Text>
        {due !== null && (
          <Group gap={6}>
            {kind === 'reminder' && <IconBell size={14} aria-hidden style={{ opacity: 0.6 }} />}
            <Text size="xs" c="dimmed">{kind === 'timer' && !done ? untilThen(due, t) : tellDue(due, day, language, t)}</Text>
            {moved && !done && <Badge size="sm" variant="light" color="gray" tt="none" fw={500}>{t('moved')}</Badge>}
          </Group>
        )}
      </div>
      <Tooltip label={t('delete', { what })}><ActionIcon variant="subtle" color="gray" aria-label={t('delete', { what })} onClick={() => onTell('deleted')} data-testid="item-delete"><IconTrash size={16} aria-hidden /></ActionIcon></Tooltip>
    </Group>
  );
}

type Translate = ReturnType<typeof useTranslation<'pack'>>['t'];

function untilThen(due: number, t: Translate): string {
  const left = due - Date.now() / 1000;
  return left > 0 ? t('left', { time: clockFace(Math.ceil(left)) }) : t('over');
}

function tellDue(due: number, day: boolean, language: PageLanguage, t: Translate): string {
  const [at, today] = [new Date(1000 * due), new Date()];
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const days = Math.round((new Date(at).setHours(12, 0, 0, 0) - new Date(today).setHours(12, 0, 0, 0)) / 86_400_000);
  const date = days === 0 ? t('today') : days === 1 ? t('tomorrow') : new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
  return day ? date : `${date}, ${new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', hour12: false }).format(at)}`;
}
