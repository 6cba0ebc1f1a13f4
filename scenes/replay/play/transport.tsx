import { ActionIcon, Button, Checkbox, Group, Popover, SegmentedControl, Stack, Text, Tooltip } from '@mantine/core';
import { IconLayoutList, IconPlayerPause, IconPlayerPlay, IconZoomIn, IconZoomOut, IconZoomReset } from '@tabler/icons-react';
import type { SessionTrace } from 'attune/record';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Lane } from '../lanes/lane.ts';
import { useReplaying } from '../replaying-context.ts';
import { timeLabel } from '../timeline/time-label.ts';
import { type Speed, SPEEDS } from './player.ts';

interface TransportProps {
  readonly trace: SessionTrace;
  readonly lanes: readonly Lane[];
  readonly hidden: ReadonlySet<string>;
  readonly onHide: (id: string, away: boolean) => void;
}

const ZOOM = 1.6;

/** Plays the session, zooms, and chooses what is shown of it. */
export function Transport({ trace, lanes, hidden, onHide }: TransportProps) {
  const { t } = useTranslation();
  const { player, timeline } = useReplaying();
  const { playing, speed } = useStore(player.view);
  const play = t(playing ? 'replay.pause' : 'replay.play');
  const zoom = (factor: number): void => timeline.zoom(factor, timeline.view.getState().cursor);
  return (
    <Group gap="xs" mb="xs">
      <Tooltip label={play}>
        <ActionIcon size="lg" radius="xl" aria-label={play} data-testid="play" onClick={player.toggle}>
          {playing ? <IconPlayerPause size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      <SegmentedControl size="xs" aria-label={t('replay.speed')} value={String(speed)} data={SPEEDS.map((each) => ({ value: String(each), label: `${each}×` }))} onChange={(value) => player.setSpeed(Number(value) as Speed)} />
      <Clock end={trace.end} />
      <Group gap={4} ms="auto">
        {([['in', IconZoomIn, () => zoom(1 / ZOOM)], ['out', IconZoomOut, () => zoom(ZOOM)], ['all', IconZoomReset, () => timeline.show(timeline.view.getState().whole)]] as const).map(([id, Icon, act]) => (
          <Tooltip key={id} label={t(`replay.zoom.${id}`)}>
            <ActionIcon size="lg" variant="default" aria-label={t(`replay.zoom.${id}`)} data-testid={`zoom-${id}`} onClick={act}><Icon size={18} aria-hidden /></ActionIcon>
          </Tooltip>
        ))}
        <Popover position="bottom-end" trapFocus withRoles={false}>
          <Popover.Target><Button variant="default" size="compact-md" h={34} leftSection={<IconLayoutList size={16} aria-hidden />} data-testid="lanes">{t('replay.lanesMenu')}</Button></Popover.Target>
          <Popover.Dropdown>
            <Stack gap="xs">
              {lanes.map(({ id, label }) => (
                <Checkbox key={id} size="sm" label={label} checked={!hidden.has(id)} data-testid={`show-${id}`} onChange={({ currentTarget }) => onHide(id, !currentTarget.checked)} />
              ))}
            </Stack>
          </Popover.Dropdown>
        </Popover>
      </Group>
    </Group>
  );
}

/** Where the cursor is; written without rendering. */
function Clock({ end }: { end: number }) {
  const { timeline } = useReplaying();
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = ({ cursor }: { cursor: number }): void => {
      const shown = timeLabel(cursor, 0.1);
      if (text.current && text.current.textContent !== shown) text.current.textContent = shown;
    };
    write(timeline.view.getState());
    return timeline.view.subscribe(write);
  }, [timeline]);
  return <Text size="sm" component="span" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}><span ref={text} /> / {timeLabel(end)}</Text>;
}
