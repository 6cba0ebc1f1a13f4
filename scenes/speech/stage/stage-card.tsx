import { Card, Center, Progress, Stack, Text } from '@mantine/core';
import { IconMoodOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../query.ts';
import { useVoicingView } from '../voicing-context.ts';
import classes from './stage-card.module.css';

/** Three and everything that draws with it come after the page. */
const SpeakerStage = lazy(() => import('./speaker-stage.tsx').then(({ SpeakerStage: component }) => ({ default: component })));

const NAME = 'Mira';

/** Who says it: her face has the tone, her mouth the sound. The page works without her. */
export function StageCard({ query }: { query: Query }) {
  const { t } = useTranslation();
  const [there, setThere] = useState<'coming' | 'shown' | 'missing'>('coming');
  const [share, setShare] = useState(0);
  const caption = useVoicingView((view) => view.caption);
  const label = t('stage.preparing', { name: NAME });
  return (
    <Card withBorder radius="lg" padding={0} component="section" aria-label={NAME} data-testid="stage" data-there={there}>
      <div className={classes.room}>
        {there !== 'missing' && <Suspense><SpeakerStage query={query} name={NAME} onShown={() => setThere('shown')} onMissing={() => setThere('missing')} onProgress={setShare} /></Suspense>}
        {there === 'coming' && (
          <Stack className={classes.middle} align="center" gap="sm" role="status">
            <Text>{label}</Text>
            <Progress value={share * 100} size="sm" w={180} aria-label={label} />
          </Stack>
        )}
        {there === 'missing' && (
          <Center className={classes.middle} px="lg">
            <Stack align="center" gap={6}>
              <IconMoodOff size={32} aria-hidden />
              <Text fw={600} ta="center">{t('stage.noPicture', { name: NAME })}</Text>
              <Text size="sm" ta="center">{t('speech.noFace')}</Text>
            </Stack>
          </Center>
        )}
      </div>
      <div className={classes.caption}>
        <Text fw={700} c="var(--attune-name)" flex="none">{NAME}</Text>
        <Text role="status" data-testid="caption">{caption}</Text>
      </div>
    </Card>
  );
}
