/** Keys of the canvas: what is pressed → what is meant. Keys with a command key belong to the whole editor. */
import type { Direction } from './walk.ts';

export type KeyCommand =
  | { readonly type: 'walk'; readonly direction: Direction }
  | { readonly type: 'nudge'; readonly direction: Direction }
  | { readonly type: 'tab'; readonly back: boolean }
  | { readonly type: 'first' | 'last' }
  | { readonly type: 'open' | 'append' | 'connect' | 'lines' | 'remove' | 'help' | 'clear' | 'unfold' }
  | { readonly type: 'zoomIn' | 'zoomOut' | 'zoomFit' };

export interface KeyPress {
  readonly key: string;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly command: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export function keyCommand({ key, alt, shift, command }: KeyPress): KeyCommand | null {
  if (command) return null;
  const direction = ARROWS[key];
  if (direction) return { type: alt ? 'nudge' : 'walk', direction };
  if (alt) return null;
  switch (key) {
    case 'Tab':
      return { type: 'tab', back: shift };
    case 'Home':
      return { type: 'first' };
    case 'End':
      return { type: 'last' };
    case 'Enter':
      return { type: 'open' };
    case 'a':
    case 'A':
    case 'Insert':
      return { type: 'append' };
    case 'c':
    case 'C':
      return { type: 'connect' };
    case 'l':
    case 'L':
      return { type: 'lines' };
    case 'u':
    case 'U':
      return { type: 'unfold' };
    case 'Delete':
    case 'Backspace':
      return { type: 'remove' };
    case 'Escape':
      return { type: 'clear' };
    case '+':
    case '=':
      return { type: 'zoomIn' };
    case '-':
    case '_':
      return { type: 'zoomOut' };
    case '0':
      return { type: 'zoomFit' };
    case '?':
    case '？':
      return { type: 'help' };
    default:
      return null;
  }
}

/** For the table of keys: the caps, and the key of the words that say what they do. */
export const KEY_TABLE: readonly { readonly caps: readonly string[]; readonly words: string }[] = [
  { caps: ['←', '→'], words: 'keyAlong' },
  { caps: ['↑', '↓'], words: 'keyLanes' },
  { caps: ['Tab'], words: 'keyTab' },
  { caps: ['Enter'], words: 'keyOpen' },
  { caps: ['A'], words: 'keyAppend' },
  { caps: ['C'], words: 'keyConnect' },
  { caps: ['L'], words: 'keyLines' },
  { caps: ['Alt', '← → ↑ ↓'], words: 'keyMove' },
  { caps: ['U'], words: 'keyUnfold' },
  { caps: ['Delete'], words: 'keyRemove' },
  { caps: ['Ctrl', 'Z'], words: 'keyUndo' },
  { caps: ['Ctrl', 'Y'], words: 'keyRedo' },
  { caps: ['+', '−', '0'], words: 'keyZoom' },
  { caps: ['Esc'], words: 'keyClear' },
  { caps: ['?'], words: 'keyHelp' },
];
