import { ActionIcon, Group, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Remembered } from 'attune';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './remembered-line.module.css';

interface RememberedLineProps {
  readonly entry: Remembered;
  /** An empty sentence deletes it. */
  readonly onWrite: (sentence: string) => void;
  readonly onDelete: () => void;
}

/** One thing that is remembered: a tap on the sentence changes it in its place. */
export function RememberedLine({ entry: { sentence, at, source }, onWrite, onDelete }: RememberedLineProps) {
  const { t, i18n } = useTranslation();
  const [edited, setEdited] = useState<string | null>(null);
  const day = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));
  const done = (): void => {
    if (edited !== null) onWrite(edited);
    setEdited(null);
  };
  return (
    <Group component="li" gap={4} wrap="nowrap" align="start" className={classes.line}>
      {edited === null ? (
        <UnstyledButton className={classes.sentence} aria-label={t('remembered.change', { sentence })} onClick={() => setEdited(sentence)}>
          <Text size="sm" component="span" display="block">{sentence}</Text>
          <Text size="xs" c="dimmed" component="span">{t(`remembered.sources.${source}`, { day })}</Text>
        </UnstyledButton>
      ) : (
        <Textarea
          flex={1} autoFocus autosize maxRows={5} size="sm" mb={6} maxLength={200} aria-label={t('remembered.change', { sentence })} description={t('remembered.changeHelp')} inputWrapperOrder={['input', 'description']} value={edited}
          onChange={(event) => setEdited(event.currentTarget.value)} onBlur={done}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              done();
            }
            if (event.key !== 'Escape') return;
            // Escape closes the panel elsewhere.
            event.stopPropagation();
            setEdited(null);
          }}
        />
      )}
      <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('remembered.delete', { sentence })} onMouseDown={(event) => event.preventDefault()} onClick={onDelete}>
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
