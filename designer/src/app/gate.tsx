/** A page for one audience: loads when opened, and tells people of another audience that it is not theirs. */
import { lazy, Suspense, type ComponentType, type FunctionComponent } from 'react';
import { Loading, NoPermission } from '../ui/states.tsx';
import type { Audience } from './api-types.ts';
import { useMe } from './session.ts';

/** `audience` null: any signed-in person; what the page shows is then decided by the server. */
export function gated(audience: Audience | null, load: () => Promise<{ default: ComponentType }>): FunctionComponent {
  const Page = lazy(load);
  function Gated() {
    const me = useMe();
    if (me === null || me === undefined) return <Loading />;
    if (audience !== null && !me.audiences.includes(audience)) return <NoPermission />;
    return (
      <Suspense fallback={<Loading />}>
        <Page />
      </Suspense>
    );
  }
  return Gated;
}
