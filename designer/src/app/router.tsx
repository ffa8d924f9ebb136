/**
 * Addresses. Code-based; each audience's pages load when first opened. Everything but sign-in stands inside the shell
 * and needs a session; an audience that the person does not have shows 没有查看权限 instead of the page.
 */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Loading, NotFound, PageFailure } from '../ui/states.tsx';
import { homeOf, meQuery } from './session.ts';
import { gated } from './gate.tsx';
import { Shell } from './shell.tsx';
import { queryClient } from './trpc.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

interface SignInSearch {
  readonly to?: string;
}
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch =>
    typeof search.to === 'string' && search.to.startsWith('/') ? { to: search.to } : {},
  component: lazyRouteComponent(() => import('../signin/SignInPage.tsx'), 'SignInPage'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery());
    if (me === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { me };
  },
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.me) });
  },
});

const StudioPage = gated('studio', () => import('../studio/index.tsx').then((m) => ({ default: m.StudioApp })));
const studio = createRoute({ getParentRoute: () => inside, path: '/studio', component: StudioPage });
const studioDesign = createRoute({ getParentRoute: () => inside, path: '/studio/$design', component: StudioPage });
const studioTab = createRoute({ getParentRoute: () => inside, path: '/studio/$design/$tab', component: StudioPage });

const portal = createRoute({
  getParentRoute: () => inside,
  path: '/portal',
  component: gated('portal', () => import('../portal/PortalPage.tsx').then((m) => ({ default: m.PortalPage }))),
});
const scenario = createRoute({
  getParentRoute: () => inside,
  path: '/portal/scenarios/$code',
  component: gated('portal', () => import('../portal/ScenarioPage.tsx').then((m) => ({ default: m.ScenarioPage }))),
});
const application = createRoute({
  getParentRoute: () => inside,
  path: '/portal/applications/$id',
  component: gated('portal', () =>
    import('../portal/ApplicationPage.tsx').then((m) => ({ default: m.ApplicationPage })),
  ),
});

export interface DeskSearch {
  readonly tab?: 'red' | 'amber' | 'green' | 'paused';
  readonly done?: boolean;
  readonly case?: string;
  readonly task?: string;
}
const desk = createRoute({
  getParentRoute: () => inside,
  path: '/desk',
  validateSearch: (search: Record<string, unknown>): DeskSearch => ({
    ...(search.tab === 'red' || search.tab === 'amber' || search.tab === 'green' || search.tab === 'paused'
      ? { tab: search.tab }
      : {}),
    ...(search.done === true ? { done: true } : {}),
    ...(typeof search.case === 'string' ? { case: search.case } : {}),
    ...(typeof search.task === 'string' ? { task: search.task } : {}),
  }),
  component: gated('desk', () => import('../desk/DeskPage.tsx').then((m) => ({ default: m.DeskPage }))),
});

const officeCases = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  component: gated('desk', () => import('../cases/OfficeCasesPage.tsx').then((m) => ({ default: m.OfficeCasesPage }))),
});
const oneCase = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id',
  component: gated(null, () => import('../cases/CasePage.tsx').then((m) => ({ default: m.CasePage }))),
});
const paper = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id/paper',
  component: gated(null, () => import('../cases/PaperPage.tsx').then((m) => ({ default: m.PaperPage }))),
});
const releases = createRoute({
  getParentRoute: () => inside,
  path: '/releases',
  component: gated(null, () => import('../releases/ReleasesPage.tsx').then((m) => ({ default: m.ReleasesPage }))),
});

export interface SuperviseSearch {
  readonly color?: 'green' | 'amber' | 'red' | 'paused' | 'ended' | 'overdue';
  readonly department?: string;
  readonly code?: string;
  readonly status?: 'running' | 'correcting' | 'ended';
}
const supervise = createRoute({
  getParentRoute: () => inside,
  path: '/supervise',
  validateSearch: (search: Record<string, unknown>): SuperviseSearch => ({
    ...(isColor(search.color) ? { color: search.color } : {}),
    ...(typeof search.department === 'string' ? { department: search.department } : {}),
    ...(typeof search.code === 'string' ? { code: search.code } : {}),
    ...(search.status === 'running' || search.status === 'correcting' || search.status === 'ended'
      ? { status: search.status }
      : {}),
  }),
  component: gated('supervise', () =>
    import('../supervise/SupervisePage.tsx').then((m) => ({ default: m.SupervisePage })),
  ),
});
const admin = createRoute({
  getParentRoute: () => inside,
  path: '/admin',
  component: gated('admin', () => import('../admin/AdminPage.tsx').then((m) => ({ default: m.AdminPage }))),
});
const adminPart = createRoute({
  getParentRoute: () => inside,
  path: '/admin/$part',
  component: gated('admin', () => import('../admin/AdminPage.tsx').then((m) => ({ default: m.AdminPage }))),
});

function isColor(value: unknown): value is NonNullable<SuperviseSearch['color']> {
  return typeof value === 'string' && ['green', 'amber', 'red', 'paused', 'ended', 'overdue'].includes(value);
}

const tree = root.addChildren([
  signIn,
  inside.addChildren([
    home,
    studio,
    studioDesign,
    studioTab,
    portal,
    scenario,
    application,
    desk,
    officeCases,
    oneCase,
    paper,
    releases,
    supervise,
    admin,
    adminPart,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
