/** Starts the web application: language first, then the page. */
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'antd/dist/reset.css';
import './ui/base.css';
import { Appearance } from './app/appearance.tsx';
import { router } from './app/router.tsx';
import { startI18n } from './i18n/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with id root but found none.');

// A tab from before an upgrade asks for files that are gone: it loads the new version, once.
const RELOADED = 'tongban.reloaded';
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < 10_000) return;
  event.preventDefault();
  sessionStorage.setItem(RELOADED, String(Date.now()));
  window.location.reload();
});

await startI18n();
createRoot(root).render(
  <StrictMode>
    <Appearance>
      <RouterProvider router={router} />
    </Appearance>
  </StrictMode>,
);
