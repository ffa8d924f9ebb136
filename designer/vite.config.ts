/** Build and dev server of the web application. Chromium 109 is the oldest browser that offices still run. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env.TONGBAN_SERVER_PORT ?? '7070'}`;

export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome109',
    // Monaco is a whole program that only the code view loads.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next)[\\/]/,
              priority: 30,
            },
            { name: 'query', test: /node_modules[\\/]@(tanstack|trpc)[\\/]/, priority: 30 },
            // What many pages share in one file; what one page alone uses stays with that page.
            {
              name: 'antd',
              test: /node_modules[\\/](antd|@rc-component|@ant-design[\\/](cssinjs|cssinjs-utils|colors|fast-color))[\\/]/,
              minShareCount: 4,
              priority: 20,
            },
            { name: 'antd-icons', test: /node_modules[\\/]@ant-design[\\/]icons/, priority: 25 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/trpc': server, '/files': server, '/health': server },
  },
});
