import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenSense } from './senses.ts';
import { useDevices } from './use-devices.ts';

interface DevicePickerProps {
  readonly sense: OpenSense;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** A choice of devices; nothing while there is none to choose from. */
export function DevicePicker({ sense, value, onChange }: DevicePickerProps) {
  const { t } = useTranslation();
  const devices = useDevices(sense);
  if (devices.length < 2) return null;
  return (
    <Select
      size="sm"
      label={t(sense === 'face' ? 'devices.camera' : 'devices.microphone')}
      placeholder={t('devices.standard')}
      data={devices.map(({ id, label }) => ({ value: id, label }))}
      value={devices.some(({ id }) => id === value) ? value : null}
      onChange={onChange}
      clearable
    />
  );
}
