import { PARTS } from 'attune';
import { useHealth } from 'attune/react';
import { useTranslation } from 'react-i18next';
import { Figures } from '../figures.tsx';

/** Every part that is in use, and how it is doing in words. */
export function HealthList() {
  const { t } = useTranslation();
  const health = useHealth();
  const used = PARTS.filter((part) => health[part].condition !== 'off');
  return (
    <div data-testid="health-list">
      <Figures rows={used.map((part) => {
        const { condition, restarts } = health[part];
        const words = t(`health.conditions.${condition}`);
        return [t(`health.parts.${part}`), restarts > 0 ? t('health.restarts', { condition: words, count: restarts }) : words] as const;
      })} />
    </div>
  );
}
