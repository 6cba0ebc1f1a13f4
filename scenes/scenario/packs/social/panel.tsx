import { Badge } from '@mantine/core';
import { type SocialState } from 'attune/scenario';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../shared/section.tsx';
import { GroupView } from './group-view.tsx';
import type { SocialPanelProps } from './panel-props.ts';
import { RoomDoor } from './room-door.tsx';
import { Seats } from './seats.tsx';
import { TalkAtTable } from './talk-at-table.tsx';
import { useRoom } from './use-room.ts';
import { useTable } from './use-table.ts';

/** A table with its seats, what is said there, and how it seems to go. */
export function SocialPanel(props: SocialPanelProps) {
  const { t } = useTranslation('pack');
  const at = useTable(props);
  const room = useRoom(props.relay, props.table, props.agent, at);
  const stage = stageOf(props.state.policy);
  return (
    <>
      <Section title={t('talk.title')} aside={<Badge variant="light" tt="none" fw={500} color={stage === 'turns' || stage === 'pause' ? 'clay' : 'gray'} data-testid="table-stage" data-stage={stage} role="status">{t(`group.stages.${stage}`)}</Badge>}>
        {props.relay !== null && <RoomDoor room={room} address={props.relay} />}
        {(props.relay === null || room.status === 'in') && <TalkAtTable {...props} at={at} room={props.relay === null ? null : room} />}
      </Section>
      <Section title={t('seats.title')}><Seats {...props} at={at} room={props.relay === null ? null : room} /></Section>
      <Section title={t('group.title')}><GroupView {...props} /></Section>
    </>
  );
}

function stageOf({ quiet, cooling, invited }: SocialState): 'flows' | 'turns' | 'pause' | 'quiet' | 'waits' {
  return quiet ? 'quiet' : cooling?.step ?? (invited === null ? 'flows' : 'waits');
}
