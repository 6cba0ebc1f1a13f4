import { Alert, Loader, Select, Stack, Switch } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { hasBrowserRecognition } from 'attune/browser';
import { useTranslation } from 'react-i18next';
import { HEARING_CHOICES, type HearingChoice } from '../hearing.ts';
import { useMeeting, useMeetingView } from '../meeting-context.ts';

/** By what spoken words are made out, and what the browser's own way may mean. */
export function HearingPicker() {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const { choice, mayLeave } = useMeetingView((view) => view.hearing);
  const preparing = useMeetingView((view) => view.loading.text !== undefined);
  const offered = HEARING_CHOICES.filter((each) => each !== 'browser' || hasBrowserRecognition());
  return (
    <Stack gap="xs">
      <Select
        label={t('settings.hearing')} description={t('settings.hearingHelp')} allowDeselect={false} rightSection={preparing ? <Loader size={16} /> : undefined} data-testid="hearing"
        data={offered.map((value) => ({ value, label: t(`settings.hearings.${value}`) }))} value={choice}
        onChange={(value) => meeting.chooseHearing({ choice: value as HearingChoice })}
      />
      {choice === 'browser' && (
        <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} title={t('settings.leaving')} data-testid="leaving">
          <Stack gap="xs">
            {t('settings.leavingHelp')}
            <Switch checked={mayLeave} label={t('settings.mayLeave')} onChange={(event) => meeting.chooseHearing({ mayLeave: event.currentTarget.checked })} />
          </Stack>
        </Alert>
      )}
    </Stack>
  );
}
