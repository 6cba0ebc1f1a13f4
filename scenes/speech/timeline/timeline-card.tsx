import { ActionIcon, Button, Card, CopyButton, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconFileMusic, IconLink, IconPhotoDown, IconPlayerPlay, IconPlayerStop, IconTableDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { saveSvgAsPng } from '../../shared/save-file.ts';
import { savePhones, saveSound, saveVisemes } from '../exported.ts';
import { linkTo } from '../query.ts';
import type { Shown } from '../voicing.ts';
import { useVoicing, useVoicingView, useWish } from '../voicing-context.ts';
import { Readout } from './readout.tsx';
import { Strip } from './strip.tsx';

/** What became of the sentence: seen, heard again from any place, and saved. */
export function TimelineCard() {
  const { t } = useTranslation();
  const shown = useVoicingView((view) => view.shown);
  const svg = useRef<SVGSVGElement>(null);
  const unseen = useVoicingView((view) => view.note === 'unseen');
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="timeline">
      <Group justify="space-between" gap="xs" mb="sm" mih={34}>
        <Group gap="sm" wrap="nowrap">
          {shown && <Play />}
          <Title order={2} size="h5">{t('speech.picture.title')}</Title>
        </Group>
        {shown && <Readout shown={shown} />}
      </Group>
      {shown
        ? (
          <>
            <Strip shown={shown} svg={svg} />
            <Text size="xs" c="dimmed" mt="xs">{t('speech.picture.help')}</Text>
            <Takeaway shown={shown} onPicture={() => svg.current && saveSvgAsPng('attune-speech.png', svg.current)} />
          </>
        )
        : <Text c="dimmed" ta="center" my={56} px="md" data-testid="nothing-shown">{t(unseen ? 'speech.picture.unseen' : 'speech.picture.empty')}</Text>}
    </Card>
  );
}

function Play() {
  const { t } = useTranslation();
  const { play, stop } = useVoicing();
  const speaking = useVoicingView((view) => view.stage === 'speaking');
  const label = t(speaking ? 'speech.stop' : 'speech.picture.play');
  return (
    <Tooltip label={label}>
      <ActionIcon size="lg" radius="xl" aria-label={label} onClick={() => (speaking ? stop() : void play())} data-testid="play">
        {speaking ? <IconPlayerStop size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

/** Files of what is shown, and its address. */
function Takeaway({ shown, onPicture }: { shown: Shown; onPicture: () => void }) {
  const { t } = useTranslation();
  const files = [['wav', IconFileMusic, saveSound], ['phones', IconTableDown, savePhones], ['visemes', IconTableDown, saveVisemes], ['picture', IconPhotoDown, onPicture]] as const;
  const wishes = useWish((wish) => wish);
  return (
    <Group gap="xs" mt="sm">
      {files.map(([id, Icon, save]) => (
        <Button key={id} variant="default" size="compact-md" leftSection={<Icon size={16} aria-hidden />} onClick={() => save(shown)} data-testid={`save-${id}`}>{t(`speech.save.${id}`)}</Button>
      ))}
      <CopyButton value={linkTo(location.href, wishes)}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-md" leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />} onClick={copy} data-testid="link">
            {t(copied ? 'speech.save.copied' : 'speech.save.link')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
