import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './hatch.module.css';

/** Not knowing, drawn as not knowing: hatched, never as neutral or zero. */
export function Unknown() {
  const { t } = useTranslation();
  return (
    <Box className={classes.hatched} p="md">
      <Text component="span" className={classes.label} fw={600}>{t('state.unknown')}</Text>
      <Text size="sm" mt={6}><span className={classes.label}>{t('state.unknownHelp')}</span></Text>
    </Box>
  );
}
