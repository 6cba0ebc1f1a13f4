import { Card, Center, Progress, Stack, Text } from '@mantine/core';
import { IconMoodOff } from '@tabler/icons-react';
import type { AttuneError } from 'attune';
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
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<AttuneError | null>(null);
  const [share, setShare] = useState(0);
  const caption = useVoicingView((view) => view.caption);
  const label = t('stage.preparing', { name: NAME });
  return (
    <Card withBorder radius="lg" padding={0} component="section" aria-label={NAME} data-testid="stage" data-there={problem ? 'missing' : shown ? 'shown' : 'coming'}>
      <div className={classes.room}>
        {!problem && <Suspense><SpeakerStage query={query} name={NAME} onShown={() => setShown(true)} onMissing={setProblem} onProgress={setShare} /></Suspense>}
        {!problem && !shown && (
          <Stack className={classes.middle} align="center" gap="sm" role="status">
            <Text>{label}</Text>
            <Progress value={share * 100} size="sm" w={180} aria-label={label} />
          </Stack>
        )}
        {problem && (
          <Center className={classes.middle} px="lg">
            <Stack align="center" gap={6}>
              <IconMoodOff size={32} aria-hidden />
              <Text fw={600} ta="center">{t('speech.unseen.title', { name: NAME })}</Text>
              <Text size="sm" ta="center">{t(`speech.unseen.${problem.code === 'webgl-missing' ? 'graphics' : 'file'}`)}</Text>
              <Text size="xs" ta="center" lineClamp={4}>{problem.message}</Text>
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
