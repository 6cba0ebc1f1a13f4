import { ActionIcon, Button, Group, Paper, SegmentedControl, Text, Tooltip, useComputedColorScheme } from '@mantine/core';
import { IconPhotoDown, IconTableDown, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SaveButton } from '../../shared/save-button.tsx';
import { saveCsv, saveFile } from '../../shared/save-file.ts';
import { useMonitoring } from '../monitoring-context.ts';
import { minutesAddress } from '../store-view.ts';
import { EntityChart } from './entity-chart.tsx';
import { TimeAxis } from './time-axis.tsx';
import { dayWords } from './time-marks.ts';
import type { WindowView } from './time-window.ts';

const DAY = 24 * 3_600_000;
const SPANS = { day: DAY, week: 7 * DAY, month: 30 * DAY, all: Infinity } as const;
type Span = keyof typeof SPANS;

/** The entities below each other over the same time, with what zooms, moves and saves them. */
export function ChartsCard({ served }: { readonly served: boolean }) {
  const { t, i18n } = useTranslation();
  const { state, time } = useMonitoring();
  const overview = useStore(state, (view) => view.overview);
  const shown = useStore(state, (view) => view.shown);
  // Told as words, so that a page that zooms is rendered anew only where they change.
  const span = useStore(time.view, spanOf);
  const words = useStore(time.view, ({ window: { from, to } }) => t('monitor.window', { from: dayWords(from, i18n.language), to: dayWords(to, i18n.language) }));
  // Charts have the colours of the theme that they began with.
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);

  const saveRows = (): void => {
    const { series } = state.getState();
    const { from, to } = time.view.getState().window;
    const rows = [...series.values()].flatMap(({ entity, at, mean, low, high, volume, fresh }) => at.flatMap((moment, i) => (moment < from || moment > to ? [] : [[entity, new Date(moment).toISOString(), mean[i]!, low[i]!, high[i]!, volume[i]!, fresh[i] ?? null]])));
    saveCsv('opinion.csv', ['entity', 'time', 'mean', 'low_95', 'high_95', 'mentions', 'fresh'], rows);
  };
  const savePicture = (): void => {
    if (place.current) saveCharts(place.current);
  };
  return (
    <Paper withBorder radius="lg" p={{ base: 'sm', sm: 'lg' }} component="section" aria-label={t('monitor.overTime')}>
      <Group justify="space-between" gap="xs" mb="sm">
        <SegmentedControl
          size="xs" value={span} aria-label={t('monitor.span')} data={(Object.keys(SPANS) as Span[]).map((value) => ({ value, label: t(`monitor.spans.${value}`) }))}
          onChange={(value) => {
            const { whole, window: { to } } = time.view.getState();
            time.show(value === 'all' ? whole : { from: to - SPANS[value as Span], to });
          }}
        />
        <Group gap={4} wrap="nowrap">
          <Tooltip label={t('monitor.closer')}><ActionIcon variant="subtle" color="gray" aria-label={t('monitor.closer')} data-testid="closer" onClick={() => time.zoom(0.5)}><IconZoomIn size={18} aria-hidden /></ActionIcon></Tooltip>
          <Tooltip label={t('monitor.farther')}><ActionIcon variant="subtle" color="gray" aria-label={t('monitor.farther')} data-testid="farther" onClick={() => time.zoom(2)}><IconZoomOut size={18} aria-hidden /></ActionIcon></Tooltip>
          <SaveButton label={t('state.png')} icon={IconPhotoDown} onClick={savePicture} />
          <SaveButton label={t('state.csv')} icon={IconTableDown} onClick={saveRows} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb="xs" data-testid="window">{words}</Text>
      <div ref={place}>
        {overview?.entities.filter(({ id }) => shown.includes(id)).map((entity) => <EntityChart key={`${entity.id} ${scheme}`} entity={entity} />)}
      </div>
      <TimeAxis />
      <Text size="xs" c="dimmed" mt="xs">{t('monitor.legend')}</Text>
      {served && <Button component="a" href="#" download size="compact-xs" variant="subtle" mt={4} onClick={(event) => void (event.currentTarget.href = minutesAddress({ entities: shown, ...time.view.getState().window, filter: state.getState().filter }))}>{t('monitor.minutes')}</Button>}
    </Paper>
  );
}

/** Which of the spans is shown; none where another one is. */
function spanOf({ window: { from, to }, whole }: WindowView): Span | '' {
  if (to - from >= whole.to - whole.from - 1) return 'all';
  return (Object.keys(SPANS) as Span[]).find((each) => Math.abs((to - from) / SPANS[each] - 1) < 0.01) ?? '';
}

/** All charts below each other, with their names, as one picture. */
function saveCharts(place: HTMLElement): void {
  const canvases = [...place.querySelectorAll('canvas')];
  const [first] = canvases;
  if (!first) return;
  const NAME = 32;
  const sheet = document.createElement('canvas');
  [sheet.width, sheet.height] = [first.width, canvases.reduce((sum, { height }) => sum + height + NAME, 0)];
  const pen = sheet.getContext('2d');
  if (!pen) return;
  const style = getComputedStyle(document.body);
  pen.fillStyle = style.backgroundColor;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.font = `600 16px ${style.fontFamily}`;
  let top = 0;
  for (const canvas of canvases) {
    pen.fillStyle = style.color;
    pen.fillText(canvas.closest('section')?.getAttribute('aria-label') ?? '', 8, top + 22);
    pen.drawImage(canvas, 0, top + NAME);
    top += canvas.height + NAME;
  }
  sheet.toBlob((blob) => blob && saveFile('opinion.png', blob));
}
