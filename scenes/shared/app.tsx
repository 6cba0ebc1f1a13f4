import '@fontsource-variable/nunito-sans/wght.css';
import '@mantine/core/styles.css';
import './app.css';
import { trustOwnWorkers } from 'attune/browser';
import { MantineProvider } from '@mantine/core';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { cssVariables, theme } from './theme.ts';
import { startWords } from './words.ts';

// At once: some pages start a worker before anything is mounted, and Mantine writes style sheets as markup.
trustOwnWorkers();

/** Mounts a page with the theme and the words that every scene shares. */
export function mount(page: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('Expected an element with the id "root" in the page, but there is none. Add <div id="root"></div>.');
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={startWords()}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">{page}</MantineProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}
