/**
 * What the parts of the form builder share: what is selected, what is being dragged, and the intents by name.
 * Invariant: the actions stay the same object while the language does, so that a field is drawn again only when it
 * itself changed.
 */
import { applyRepair, type Diagnostic } from '@tongban/shared/compiler';
import type { Access, Design, Field, FieldKind } from '@tongban/shared/document';
import { sorted, updateField } from '@tongban/shared/document';
import { createContext, use, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { FIELD_KIND_WORDS, repairSentence } from '@tongban/shared/words';
import { wordsLanguage } from '../../i18n/index.ts';
import { useStudio } from '../store/index.tsx';
import {
  addElement,
  addField,
  addSection,
  copyField,
  patchSection,
  removeField,
  removeSection,
  setAccess,
  setRule,
  type ElementEntry,
  type Spot,
} from './edits.ts';
import { moveField, sectionsOf, stepField, stepSection, toNeighbour } from './placement.ts';

export type Selected = { readonly kind: 'field' | 'section'; readonly id: string } | null;
export type Dragged =
  | { readonly type: 'field'; readonly id: string }
  | { readonly type: 'kind'; readonly kind: FieldKind }
  | { readonly type: 'element'; readonly entry: ElementEntry };
export type Addition = Exclude<Dragged, { type: 'field' }>;

export interface BuilderActions {
  readonly add: (what: Addition, spot: Spot | null) => void;
  readonly drop: (what: Dragged, spot: Spot) => void;
  readonly rename: (id: string, name: string) => void;
  readonly change: (id: string, change: Partial<Omit<Field, 'id' | 'kind'>>) => void;
  readonly rule: <K extends keyof Field['rules']>(id: string, rule: K, value: Field['rules'][K] | undefined) => void;
  readonly access: (id: string, place: string, access: Access | null) => void;
  readonly step: (id: string, direction: -1 | 1) => void;
  readonly across: (id: string, direction: -1 | 1) => void;
  readonly toSection: (id: string, section: string) => void;
  readonly copy: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly addSection: (index: number) => void;
  readonly changeSection: (id: string, change: { name?: string; help?: string | undefined }) => void;
  readonly stepSection: (id: string, direction: -1 | 1) => void;
  readonly removeSection: (id: string) => void;
  readonly repair: (diagnostic: Diagnostic) => void;
  readonly select: (selected: Selected) => void;
  readonly setRenaming: (id: string | null) => void;
}

export interface Builder {
  readonly selected: Selected;
  readonly renaming: string | null;
  readonly actions: BuilderActions;
  readonly dragRef: RefObject<Dragged | null>;
}

export const BuilderActionsContext = createContext<{
  readonly actions: BuilderActions;
  readonly dragRef: RefObject<Dragged | null>;
} | null>(null);

export function useBuilderActions() {
  const value = use(BuilderActionsContext);
  if (!value) throw new Error('Expected a form builder around this part, but found none');
  return value;
}

/** At the end of the last section, when nothing says where. */
function lastSpot(design: Design): Spot | null {
  const section = sectionsOf(design).at(-1);
  return section ? { section: section.id, index: Number.MAX_SAFE_INTEGER } : null;
}

export function useBuilder(): Builder {
  const { t, i18n } = useTranslation('studio-form');
  const { edit, newId } = useStudio();
  const [selected, select] = useState<Selected>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const dragRef = useRef<Dragged | null>(null);
  const language = wordsLanguage(i18n.language);

  const actions = useMemo<BuilderActions>(() => {
    const put = (design: Design, id: string, what: Addition, spot: Spot): Design => {
      if (what.type === 'element') return addElement(design, what.entry, spot, id);
      const options =
        what.kind === 'choice'
          ? [1, 2].map((number) => ({ id: newId('o'), name: t('form.newOption', { number }) }))
          : [];
      return addField(design, { ...spot, id, kind: what.kind, name: FIELD_KIND_WORDS[what.kind][language], options });
    };
    return {
      add(what, spot) {
        const id = newId('f');
        const firstSection = newId('s');
        edit(t('form.editAdd'), (now) => {
          const base =
            sorted(now.form.sections).length > 0 ? now : addSection(now, firstSection, t('form.firstSection'), 0);
          const where = spot ?? lastSpot(base);
          return where ? put(base, id, what, where) : now;
        });
        select({ kind: 'field', id });
        if (what.type === 'kind') setRenaming(id);
      },
      drop(what, spot) {
        if (what.type === 'field') edit(t('form.editMove'), (now) => moveField(now, what.id, spot.section, spot.index));
        else this.add(what, spot);
      },
      rename: (id, name) => edit(t('form.editRename'), (now) => updateField(now, id, { name })),
      change: (id, change) => edit(t('form.editChange'), (now) => updateField(now, id, change)),
      rule: (id, rule, value) => edit(t('form.editRule'), (now) => setRule(now, id, rule, value)),
      access: (id, place, access) => edit(t('form.editAccess'), (now) => setAccess(now, id, place, access)),
      step: (id, direction) => edit(t('form.editMove'), (now) => stepField(now, id, direction)),
      across: (id, direction) => edit(t('form.editMove'), (now) => toNeighbour(now, id, direction)),
      toSection: (id, section) =>
        edit(t('form.editMove'), (now) => moveField(now, id, section, Number.MAX_SAFE_INTEGER)),
      copy(id) {
        const copied = newId('f');
        edit(t('form.editCopy'), (now) =>
          copyField(now, id, copied, t('form.copyOf', { name: now.form.fields[id]?.name ?? '' })),
        );
        select({ kind: 'field', id: copied });
      },
      remove(id) {
        edit(t('form.editRemove'), (now) => removeField(now, id));
        select(null);
      },
      addSection(index) {
        const id = newId('s');
        edit(t('form.editSectionAdd'), (now) => addSection(now, id, t('form.newSection'), index));
        select({ kind: 'section', id });
        setRenaming(id);
      },
      changeSection: (id, change) => edit(t('form.editSectionChange'), (now) => patchSection(now, id, change)),
      stepSection: (id, direction) => edit(t('form.editSectionMove'), (now) => stepSection(now, id, direction)),
      removeSection(id) {
        edit(t('form.editSectionRemove'), (now) => removeSection(now, id));
        select(null);
      },
      repair(diagnostic) {
        const { repair } = diagnostic;
        if (repair) edit(repairSentence(repair, language), (now) => applyRepair(now, diagnostic, language));
      },
      select,
      setRenaming,
    };
  }, [edit, newId, t, language]);

  return { selected, renaming, actions, dragRef };
}
