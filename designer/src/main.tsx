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

await startI18n();
createRoot(root).render(
  <StrictMode>
    <Appearance>
      <RouterProvider router={router} />
    </Appearance>
  </StrictMode>,
);
