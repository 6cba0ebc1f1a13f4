import { Button, Menu, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SESSION_FORMATS, type SessionFormat } from './formats.ts';

interface SaveSessionMenuProps {
  /** Rejects where the session can't be replayed. */
  readonly save: (format: SessionFormat) => Promise<void>;
  readonly disabled?: boolean;
}

/** Saves a recorded session in the format that the player chooses. */
export function SaveSessionMenu({ save, disabled = false }: SaveSessionMenuProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'writing' | 'failed'>('idle');
  const choose = (format: SessionFormat): void => {
    setState('writing');
    save(format).then(() => setState('idle'), () => setState('failed'));
  };
  return (
    <Stack gap={4}>
      <Menu shadow="md" position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="default" disabled={disabled} loading={state === 'writing'} data-testid="export"
            leftSection={<IconDownload size={16} aria-hidden />} rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('session.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {SESSION_FORMATS.map((format) => (
            <Menu.Item key={format} data-testid={`export-${format}`} onClick={() => choose(format)}>
              {t(`session.formats.${format}`)}
              <Text size="xs" c="dimmed">{t(`session.holds.${format}`)}</Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {state === 'failed' && <Text size="xs" c="red" role="alert">{t('session.failed')}</Text>}
    </Stack>
  );
}
