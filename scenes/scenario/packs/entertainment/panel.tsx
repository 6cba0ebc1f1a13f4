import type { EntertainmentOwn, EntertainmentState, Show } from 'attune/scenario';
import { showProgress } from 'attune/scenario';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Figures } from '../../../shared/figures.tsx';
import { Section } from '../../../shared/section.tsx';
import type { PanelProps } from '../scene-pack.ts';
import { DirectorView } from './director-view.tsx';
import { NowCard, type Wish } from './now-card.tsx';

const TONES = ['wonder', 'humour', 'menace'] as const;
/** From here on a tone is spoken of. */
const TOLD = 0.5;

/** The evening: what goes on, what the director thinks of it, and the score. */
export function EntertainmentPanel({ show, content, language, scenario, state, agent }: PanelProps<EntertainmentState, EntertainmentOwn> & { readonly show: Show }) {
  const { t } = useTranslation('pack');
  const progress = showProgress(state, show, language);
  const { score: { right }, endings: { found, of } } = progress;
  const scene = show.scenes.find(({ id }) => id === state.policy.scene);
  const wish = (act: Wish): void => agent.say(content.intents.find((intent) => intent.act === act)!.examples[0]!, { language });

  useEffect(() => {
    const [seed] = crypto.getRandomValues(new Uint32Array(1));
    scenario.take({ type: 'own', own: { about: 'shuffle', seed: seed! } }, language);
  }, [scenario, language]);

  return (
    <>
      <NowCard progress={progress} tones={scene ? TONES.filter((tone) => scene[tone] > TOLD) : []} onWish={wish} />
      <DirectorView progress={progress} content={content} />
      <Section title={t('score.title')}>
        <Figures
          rows={[
            [t('score.right'), <span key="right" data-testid="score">{t('score.of', { right, asked: progress.score.answered })}</span>],
            [t('score.endings'), t('score.ends', { found: found.length, of })],
          ]}
        />
      </Section>
    </>
  );
}
