import { Kbd, Text, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { openChoices, PEOPLE, priceOf } from '../story/evening.ts';
import type { Story } from '../story/story.ts';
import classes from './choices.module.css';

/** Keys for choices; there are never more than these open. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What can be said now, by click and key, and to whom. */
export function Choices({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const evening = useStore(story.view, (view) => view.evening);
  const { facing } = evening;
  const choices = openChoices(evening);
  useHotkeys([
    ...KEYS.map((key, at): [string, () => void] => [key, () => choices[at] && story.choose(choices[at])]),
    ['ArrowLeft', () => story.turnTo('emil')], ['ArrowRight', () => story.turnTo('mira')],
  ]);
  const name = t(`inn.people.${facing}`);
  return (
    <section className={classes.choices} aria-label={t('inn.choicesOf', { name })}>
      <div className={classes.people}>
        {PEOPLE.map((person) => (
          <UnstyledButton key={person} className={classes.person} aria-pressed={person === facing} data-testid={`face-${person}`} onClick={() => story.turnTo(person)}>
            {t(`inn.people.${person}`)} <span className={classes.role}>{t(`inn.roles.${person}`)}</span>
          </UnstyledButton>
        ))}
      </div>
      <ol className={classes.list} data-testid="choices">
        {choices.map((choice, at) => (
          <li key={choice}>
            <UnstyledButton className={classes.choice} data-testid={choice} onClick={() => story.choose(choice)}>
              <Kbd aria-hidden>{KEYS[at]}</Kbd>{t(`inn.choices.${choice}`, { coins: evening.coins, price: priceOf(evening) })}
            </UnstyledButton>
          </li>
        ))}
        {choices.length === 0 && <Text component="li" size="sm" c="dimmed" p="xs">{t('inn.nothing', { name })}</Text>}
      </ol>
    </section>
  );
}
