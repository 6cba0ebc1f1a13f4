import { Alert, Loader, Radio, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CharacterId, CHARACTERS, meetable, NAMES, PORTRAITS, type Who } from './characters.ts';
import classes from './character-picker.module.css';

interface CharacterPickerProps {
  readonly label: string;
  readonly value: CharacterId;
  readonly assets: string;
  /** Whether they stand side by side where there is room. */
  readonly row?: boolean;
  readonly onChange: (who: Who) => void;
}

/** Whom to meet: each with a picture and a sentence. A choice counts once what it needs is there. */
export function CharacterPicker({ label, value, assets, row = false, onChange }: CharacterPickerProps) {
  const { t } = useTranslation();
  const [fetching, setFetching] = useState<CharacterId | null>(null);
  const [missing, setMissing] = useState<CharacterId | null>(null);
  const choose = (id: CharacterId): void => {
    setFetching(id);
    setMissing(null);
    meetable(id, assets).then(onChange, () => setMissing(id)).finally(() => setFetching(null));
  };
  return (
    <Radio.Group label={label} value={value} onChange={(id) => choose(id as CharacterId)} data-testid="characters" classNames={{ label: classes.title ?? '' }}>
      <div className={classes.cards} data-row={row}>
        {CHARACTERS.map((id) => (
          <Radio.Card key={id} value={id} radius="lg" className={classes.card} aria-label={`${NAMES[id]}: ${t(`characters.${id}`)}`} data-testid={`character-${id}`}>
            <span className={classes.frame}><img src={PORTRAITS[id]} alt="" width={192} height={192} className={classes.picture} />{fetching === id && <Loader size={20} className={classes.fetching} />}</span>
            <span className={classes.words}>
              <Text fw={700} component="span">{NAMES[id]}</Text>
              <Text size="sm" c="dimmed" lh={1.35} component="span">{t(`characters.${id}`)}</Text>
            </span>
          </Radio.Card>
        ))}
      </div>
      <div role="status">{missing && <Alert mt="sm" variant="default" icon={<IconAlertTriangle aria-hidden />}>{t('characters.missing', { name: NAMES[missing] })}</Alert>}</div>
    </Radio.Group>
  );
}
