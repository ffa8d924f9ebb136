/** The root of the API: a table of areas. */
import { calendarRouter } from '../calendar/router.ts';
import { casesRouter } from '../cases/router.ts';
import { catalogRouter } from '../catalog/router.ts';
import { deskRouter } from '../desk/router.ts';
import { designsRouter } from '../designs/router.ts';
import { directoryRouter } from '../directory/router.ts';
import { portalRouter } from '../portal/router.ts';
import { releasesRouter } from '../releases/router.ts';
import { sessionRouter } from '../session/router.ts';
import { sharingRouter } from '../sharing/router.ts';
import { supervisionRouter } from '../supervision/router.ts';
import { createCallerFactory, router } from './trpc.ts';

export const appRouter = router({
  session: sessionRouter,
  directory: directoryRouter,
  catalog: catalogRouter,
  designs: designsRouter,
  releases: releasesRouter,
  portal: portalRouter,
  cases: casesRouter,
  desk: deskRouter,
  supervision: supervisionRouter,
  calendar: calendarRouter,
  sharing: sharingRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
