// Loads the worker from TypeScript sources: tests and tools that run without a bundle. Not part of the product.
import { register } from 'tsx/esm/api';

register();
await import('./journal-worker.ts');
