import { Alert, Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconDoorEnter, IconDoorExit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from './use-room.ts';

/** Opens a room or enters one by its code; in it, the code to pass on and the way out. */
export function RoomDoor({ room, address }: { readonly room: Room; readonly address: string }) {
  const { t } = useTranslation('pack');
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  if (room.status === 'in') {
    return (
      <Group gap="xs" mb="sm">
        <Text size="sm">{t('room.code')} <Text span ff="monospace" fw={600} data-testid="room-code">{room.code}</Text></Text>
        <CopyButton value={room.code}>{({ copied, copy }) => <Button size="compact-sm" variant="light" leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />} onClick={copy}>{t(copied ? 'room.copied' : 'room.copy')}</Button>}</CopyButton>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconDoorExit size={14} aria-hidden />} onClick={room.leave} data-testid="room-leave">{t('room.leave')}</Button>
      </Group>
    );
  }
  const called = name.trim() === '' ? null : name.trim();
  return (
    <>
      <Text size="sm" mb="xs">{t('room.what', { host: new URL(address).host })}</Text>
      {room.why !== null && <Alert color="red" variant="light" mb="sm" title={t('room.ended')}>{room.why === '' ? t('room.broke') : room.why}</Alert>}
      <TextInput label={t('room.name')} value={name} maxLength={24} onChange={(event) => setName(event.currentTarget.value)} autoComplete="off" mb="sm" data-testid="room-name" />
      <Group gap="sm" align="flex-end">
        <TextInput style={{ flex: 1 }} label={t('room.enterCode')} value={code} maxLength={20} onChange={(event) => setCode(event.currentTarget.value.trim().toLowerCase())} autoComplete="off" data-testid="room-join-code" />
        <Button disabled={code.length !== 12 || room.status === 'entering'} leftSection={<IconDoorEnter size={16} aria-hidden />} onClick={() => room.enter(code, called)} data-testid="room-join">{t('room.join')}</Button>
      </Group>
      <Button mt="sm" variant="light" loading={room.status === 'entering'} onClick={() => room.enter(null, called)} data-testid="room-open">{t('room.open')}</Button>
    </>
  );
}
